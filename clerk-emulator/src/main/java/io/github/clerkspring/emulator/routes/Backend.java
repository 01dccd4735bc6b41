package io.github.clerkspring.emulator.routes;

import java.util.List;

import io.github.clerkspring.emulator.engine.Reactions;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * The operations of the Backend API.
 */
public final class Backend {

	private Backend() {
	}

	/**
	 * All operations, and what every instance has from the start.
	 * @return a new table
	 */
	public static RouteTable operations() {
		RouteTable routes = new RouteTable(List.of(new JwksRoutes(), new UserRoutes(), new UserCredentialRoutes(),
				new UserAttachmentRoutes(), ContactRoutes.emailAddresses(), ContactRoutes.phoneNumbers(),
				new OrganizationRoutes(), new MembershipRoutes(), new OrganizationInvitationRoutes(),
				new OrganizationDomainRoutes(), new PermissionRoutes(), new RoleRoutes(), new RoleSetRoutes(),
				new EnterpriseConnectionRoutes(), new SamlConnectionRoutes(), DirectoryRoutes.directories(),
				DirectoryRoutes.scimDirectories(), new AdminPortalLinkRoutes(), new SessionRoutes(),
				new SessionRefreshRoutes(), new ClientRoutes(), new InstanceRoutes(), new OrganizationSettingsRoutes(),
				new DomainRoutes(), new SvixRoutes(), new AccountlessApplicationRoutes(), new InterstitialRoutes(),
				new JwtTemplateRoutes(), new TemplateRoutes(), new EmailRoutes(), new InvitationRoutes(),
				new WaitlistRoutes(), new IdentifierListRoutes(), new RedirectUrlRoutes(), new SignInTokenRoutes(),
				new AgentRoutes(), new SignUpRoutes(), new MachineRoutes(), new MachineTokenRoutes(),
				new ApiKeyRoutes(), new OAuthApplicationRoutes(), new PlanRoutes(), new SubscriptionItemRoutes(),
				new PriceTransitionRoutes(), new StatementRoutes(), new OwnerBillingRoutes()));
		Sessions.register(routes);
		Machines.register(routes);
		Billing.register(routes);
		Reactions reactions = routes.reactions();
		reactions.onStart(Permissions::initialize);
		reactions.onStart(Roles::initialize);
		reactions.onStart(RoleSets::initialize);
		reactions.onStart(InstanceSettings::initialize);
		reactions.onStart(InstanceDomains::initialize);
		reactions.onStart(DefaultTemplate::createAll);
		return routes;
	}

}
