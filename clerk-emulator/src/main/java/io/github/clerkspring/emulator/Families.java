package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.access.AccessFamily;
import io.github.clerkspring.emulator.billing.BillingFamily;
import io.github.clerkspring.emulator.directories.DirectoryFamily;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.enterprise.EnterpriseFamily;
import io.github.clerkspring.emulator.instance.InstanceFamily;
import io.github.clerkspring.emulator.machines.MachineFamily;
import io.github.clerkspring.emulator.oauth.OAuthFamily;
import io.github.clerkspring.emulator.organizations.OrganizationFamily;
import io.github.clerkspring.emulator.roles.RoleFamily;
import io.github.clerkspring.emulator.sessions.SessionFamily;
import io.github.clerkspring.emulator.signin.SignInFamily;
import io.github.clerkspring.emulator.templates.TemplateFamily;
import io.github.clerkspring.emulator.users.UserFamily;

/**
 * All families of resources. A family may use those before it.
 */
final class Families {

	private Families() {
	}

	/**
	 * The operations of all families.
	 * @return a new table
	 */
	static Operations operations() {
		return new Operations(List.of(new InstanceFamily(), //
				new UserFamily(), //
				new TemplateFamily(), //
				new RoleFamily(), //
				new OrganizationFamily(), //
				new EnterpriseFamily(), //
				new DirectoryFamily(), //
				new BillingFamily(), //
				new SessionFamily(), //
				new AccessFamily(), //
				new SignInFamily(), //
				new MachineFamily(), //
				new OAuthFamily()));
	}

}
