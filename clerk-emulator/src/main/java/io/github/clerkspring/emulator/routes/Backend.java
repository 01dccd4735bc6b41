package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.stream.Stream;

import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Puts the families together.
 */
public final class Backend {

	private final Emulation emulation;

	private final RouteTable routes;

	private final SessionTokens tokens;

	private final TemplateTokens templateTokens;

	private final Permissions permissions;

	private final Roles roles;

	private final RoleSets roleSets;

	private final UserAttachments attachments;

	private final Sessions sessions;

	private final SignUps signUps;

	private final TicketRedemption tickets;

	private final MachineTokens machineTokens;

	private final AccessTokens accessTokens;

	private final ApiKeys apiKeys;

	private final Billing billing;

	private final InstanceSettings settings;

	private final InstanceDomains domains;

	public Backend(Emulation emulation) {
		this.emulation = emulation;
		UserView users = new UserView(emulation);
		this.permissions = new Permissions(emulation);
		this.roles = new Roles(emulation, this.permissions);
		OrganizationView organizations = new OrganizationView(emulation, users, this.roles);
		Memberships memberships = new Memberships(emulation, organizations, this.roles);
		this.roleSets = new RoleSets(emulation, this.roles, organizations);
		this.attachments = new UserAttachments(emulation, users);
		Sessions sessions = new Sessions(emulation, users);
		this.sessions = sessions;
		this.billing = new Billing(emulation, users);
		this.tokens = new SessionTokens(emulation, sessions, memberships, this.roles, this.billing);
		this.templateTokens = new TemplateTokens(emulation, users, sessions, organizations, memberships);
		Connections connections = new Connections(emulation);
		GroupRoleMappings mappings = new GroupRoleMappings(emulation, this.roles, this.roleSets);
		RoleReassignment reassignment = new RoleReassignment(emulation, this.roles, this.roleSets, organizations,
				memberships, mappings);
		this.settings = new InstanceSettings(emulation);
		OrganizationSettings organizationSettings = new OrganizationSettings(this.settings);
		this.domains = new InstanceDomains(emulation);
		SystemEmails emails = new SystemEmails(emulation, this.domains);
		Tickets tickets = new Tickets(emulation);
		Contacts contacts = new Contacts(emulation);
		Invitations invitations = new Invitations(emulation, tickets, contacts, emails);
		Waitlist waitlist = new Waitlist(emulation, invitations, emails);
		this.signUps = new SignUps(emulation, users, sessions, invitations, waitlist,
				new SignUpRestrictions(emulation, this.settings));
		OrganizationInvitations organizationInvitations = new OrganizationInvitations(emulation, organizations,
				memberships, tickets, sessions, this.signUps, emails);
		this.tickets = new TicketRedemption(emulation, tickets, sessions, this.signUps, organizationInvitations);
		Machines machines = new Machines(emulation);
		this.machineTokens = new MachineTokens(emulation, machines);
		this.accessTokens = new AccessTokens(emulation);
		this.apiKeys = new ApiKeys(emulation);
		this.routes = new RouteTable(() -> Stream.concat(this.billing.families().stream(), Stream.of(
				new JwksRoutes(emulation), new UserRoutes(emulation, users, sessions),
				new UserCredentialRoutes(emulation, users, sessions), new UserAttachmentRoutes(emulation, users),
				ContactRoutes.emailAddresses(emulation, users), ContactRoutes.phoneNumbers(emulation, users),
				new OrganizationRoutes(emulation, organizations, memberships, this.roleSets, organizationSettings),
				new MembershipRoutes(emulation, users, organizations, memberships, this.roleSets),
				new OrganizationInvitationRoutes(emulation, organizations, memberships, this.roleSets,
						organizationInvitations),
				new OrganizationDomainRoutes(emulation, organizations, organizationSettings),
				new PermissionRoutes(emulation, this.permissions),
				new RoleRoutes(emulation, this.permissions, this.roles, this.roleSets, this.settings),
				new RoleSetRoutes(emulation, this.roles, this.roleSets, reassignment, this.settings),
				new EnterpriseConnectionRoutes(emulation, connections),
				new SamlConnectionRoutes(emulation, connections), DirectoryRoutes.directories(emulation, mappings),
				DirectoryRoutes.scimDirectories(emulation, mappings), new AdminPortalLinkRoutes(emulation),
				new SessionRoutes(emulation, sessions, this.tokens, this.templateTokens, memberships),
				new SessionRefreshRoutes(emulation, sessions, this.tokens), new ClientRoutes(emulation, sessions),
				new InstanceRoutes(this.settings, this.domains),
				new OrganizationSettingsRoutes(emulation, this.settings, this.roleSets),
				new DomainRoutes(emulation, this.domains, sessions), new SvixRoutes(emulation, this.settings),
				new AccountlessApplicationRoutes(emulation), new InterstitialRoutes(), new JwtTemplateRoutes(emulation),
				new TemplateRoutes(emulation, this.domains), new EmailRoutes(emulation),
				new InvitationRoutes(emulation, invitations), new WaitlistRoutes(emulation, waitlist, invitations),
				new IdentifierListRoutes(emulation, contacts, invitations), new RedirectUrlRoutes(emulation),
				new SignInTokenRoutes(emulation, tickets, memberships), new AgentRoutes(emulation, tickets),
				new SignUpRoutes(this.signUps), new MachineRoutes(emulation, machines),
				new MachineTokenRoutes(emulation, machines, this.machineTokens),
				new ApiKeyRoutes(emulation, this.apiKeys), new OAuthApplicationRoutes(emulation, this.accessTokens)))
			.toList());
		this.emulation.transaction(() -> {
			initialize();
			return null;
		});
	}

	public Emulation emulation() {
		return this.emulation;
	}

	public RouteTable routes() {
		return this.routes;
	}

	public Billing billing() {
		return this.billing;
	}

	public SessionTokens tokens() {
		return this.tokens;
	}

	public TemplateTokens templateTokens() {
		return this.templateTokens;
	}

	public UserAttachments attachments() {
		return this.attachments;
	}

	public Sessions sessions() {
		return this.sessions;
	}

	public SignUps signUps() {
		return this.signUps;
	}

	public TicketRedemption tickets() {
		return this.tickets;
	}

	public MachineTokens machineTokens() {
		return this.machineTokens;
	}

	public AccessTokens accessTokens() {
		return this.accessTokens;
	}

	public ApiKeys apiKeys() {
		return this.apiKeys;
	}

	/**
	 * Puts a user or an organization on a plan.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @param features the slugs of its features
	 */
	public void plan(String ownerId, String plan, List<String> features) {
		this.billing.place(ownerId, plan, features);
	}

	/**
	 * Defines a role, or the permissions of one that is there, and puts it into the
	 * initial role set.
	 * @param key the key of the role
	 * @param permissions the keys of its permissions
	 */
	public void role(String key, List<String> permissions) {
		this.roleSets.include(this.roles.define(key, permissions));
	}

	/**
	 * Forgets everything but what every instance has from the start.
	 */
	public void reset() {
		this.emulation.store().clear();
		this.emulation.keys().reset();
		initialize();
	}

	private void initialize() {
		this.permissions.initialize();
		this.roles.initialize();
		this.roleSets.initialize();
		this.settings.initialize();
		this.domains.initialize();
		DefaultTemplate.createAll(this.emulation);
	}

}
