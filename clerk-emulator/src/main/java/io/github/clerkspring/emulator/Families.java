package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.routes.AccessFamily;
import io.github.clerkspring.emulator.routes.BillingFamily;
import io.github.clerkspring.emulator.routes.DirectoryFamily;
import io.github.clerkspring.emulator.routes.EnterpriseFamily;
import io.github.clerkspring.emulator.routes.InstanceFamily;
import io.github.clerkspring.emulator.routes.MachineFamily;
import io.github.clerkspring.emulator.routes.OAuthFamily;
import io.github.clerkspring.emulator.routes.OrganizationFamily;
import io.github.clerkspring.emulator.routes.RoleFamily;
import io.github.clerkspring.emulator.routes.SessionFamily;
import io.github.clerkspring.emulator.routes.SignInFamily;
import io.github.clerkspring.emulator.routes.TemplateFamily;
import io.github.clerkspring.emulator.routes.UserFamily;

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
