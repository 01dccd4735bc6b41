package io.github.clerkspring.client;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.client.access.AllowlistIdentifierOperations;
import io.github.clerkspring.client.access.BlocklistIdentifierOperations;
import io.github.clerkspring.client.access.InvitationOperations;
import io.github.clerkspring.client.access.WaitlistEntryOperations;
import io.github.clerkspring.client.billing.BillingOperations;
import io.github.clerkspring.client.billing.CommerceOperations;
import io.github.clerkspring.client.billing.OrganizationBillingOperations;
import io.github.clerkspring.client.billing.UserBillingOperations;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.directory.AdminPortalLinkTokenOperations;
import io.github.clerkspring.client.directory.DirectoryOperations;
import io.github.clerkspring.client.directory.ScimDirectoryOperations;
import io.github.clerkspring.client.email.EmailOperations;
import io.github.clerkspring.client.enterprise.EnterpriseConnectionOperations;
import io.github.clerkspring.client.enterprise.SamlConnectionOperations;
import io.github.clerkspring.client.http.ClerkHttpServices;
import io.github.clerkspring.client.http.ClerkHttpSettings;
import io.github.clerkspring.client.instance.AccountlessApplicationOperations;
import io.github.clerkspring.client.instance.BetaFeatureOperations;
import io.github.clerkspring.client.instance.DomainOperations;
import io.github.clerkspring.client.instance.InstanceOperations;
import io.github.clerkspring.client.instance.JwksOperations;
import io.github.clerkspring.client.instance.MiscellaneousOperations;
import io.github.clerkspring.client.instance.ProxyCheckOperations;
import io.github.clerkspring.client.instance.RedirectUrlOperations;
import io.github.clerkspring.client.instance.WebhookOperations;
import io.github.clerkspring.client.machine.ApiKeyOperations;
import io.github.clerkspring.client.machine.M2mTokenOperations;
import io.github.clerkspring.client.machine.MachineOperations;
import io.github.clerkspring.client.oauth.OAuthApplicationOperations;
import io.github.clerkspring.client.organization.OrganizationDomainOperations;
import io.github.clerkspring.client.organization.OrganizationInvitationOperations;
import io.github.clerkspring.client.organization.OrganizationMembershipOperations;
import io.github.clerkspring.client.organization.OrganizationOperations;
import io.github.clerkspring.client.role.OrganizationPermissionOperations;
import io.github.clerkspring.client.role.OrganizationRoleOperations;
import io.github.clerkspring.client.role.RoleSetOperations;
import io.github.clerkspring.client.session.ClientOperations;
import io.github.clerkspring.client.session.SessionOperations;
import io.github.clerkspring.client.signin.ActorTokenOperations;
import io.github.clerkspring.client.signin.AgentTaskOperations;
import io.github.clerkspring.client.signin.SignInTokenOperations;
import io.github.clerkspring.client.signin.SignUpOperations;
import io.github.clerkspring.client.signin.TestingTokenOperations;
import io.github.clerkspring.client.template.JwtTemplateOperations;
import io.github.clerkspring.client.template.TemplateOperations;
import io.github.clerkspring.client.user.EmailAddressOperations;
import io.github.clerkspring.client.user.PhoneNumberOperations;
import io.github.clerkspring.client.user.UserOperations;

/**
 * Client for Clerk's Backend API that serves one Clerk instance, with one accessor for
 * each resource. The operations are grouped as in Clerk's reference. Instances are
 * immutable, thread-safe and independent of each other.
 *
 * <pre class="code">
 * Mono&lt;User&gt; ada = clerk.users().update(userId, UpdateUserRequest.create().firstName("Ada"));
 * </pre>
 *
 * Error responses are reported as
 * {@link io.github.clerkspring.client.core.ClerkApiException}.
 */
public final class ClerkBackendClient implements AutoCloseable {

	private final ClerkHttpServices services;

	private final Map<Class<?>, Object> operations = new ConcurrentHashMap<>();

	private final @Nullable ClerkTransport transport;

	private ClerkBackendClient(ClerkHttpServices services, @Nullable ClerkTransport transport) {
		this.services = services;
		this.transport = transport;
	}

	/** Create a builder for a client of the instance with this secret key. */
	public static Builder builder(ClerkSecretKey secretKey) {
		return new Builder(secretKey);
	}

	/** Return the operations on users. */
	public UserOperations users() {
		return operations("users", UserOperations.class);
	}

	/** Return the operations on email addresses. */
	public EmailAddressOperations emailAddresses() {
		return operations("emailAddresses", EmailAddressOperations.class);
	}

	/** Return the operations on phone numbers. */
	public PhoneNumberOperations phoneNumbers() {
		return operations("phoneNumbers", PhoneNumberOperations.class);
	}

	/** Return the operations on organizations. */
	public OrganizationOperations organizations() {
		return operations("organizations", OrganizationOperations.class);
	}

	/** Return the operations on organization memberships. */
	public OrganizationMembershipOperations organizationMemberships() {
		return operations("organizationMemberships", OrganizationMembershipOperations.class);
	}

	/** Return the operations on organization invitations. */
	public OrganizationInvitationOperations organizationInvitations() {
		return operations("organizationInvitations", OrganizationInvitationOperations.class);
	}

	/** Return the operations on organization domains. */
	public OrganizationDomainOperations organizationDomains() {
		return operations("organizationDomains", OrganizationDomainOperations.class);
	}

	/** Return the operations on organization roles. */
	public OrganizationRoleOperations organizationRoles() {
		return operations("organizationRoles", OrganizationRoleOperations.class);
	}

	/** Return the operations on organization permissions. */
	public OrganizationPermissionOperations organizationPermissions() {
		return operations("organizationPermissions", OrganizationPermissionOperations.class);
	}

	/** Return the operations on role sets. */
	public RoleSetOperations roleSets() {
		return operations("roleSets", RoleSetOperations.class);
	}

	/** Return the operations on sessions. */
	public SessionOperations sessions() {
		return operations("sessions", SessionOperations.class);
	}

	/** Return the operations on clients (browsers and devices with sessions). */
	public ClientOperations clients() {
		return operations("clients", ClientOperations.class);
	}

	/** Return the operations on invitations to the application. */
	public InvitationOperations invitations() {
		return operations("invitations", InvitationOperations.class);
	}

	/** Return the operations on waitlist entries. */
	public WaitlistEntryOperations waitlistEntries() {
		return operations("waitlistEntries", WaitlistEntryOperations.class);
	}

	/** Return the operations on allowlist identifiers. */
	public AllowlistIdentifierOperations allowlistIdentifiers() {
		return operations("allowlistIdentifiers", AllowlistIdentifierOperations.class);
	}

	/** Return the operations on blocklist identifiers. */
	public BlocklistIdentifierOperations blocklistIdentifiers() {
		return operations("blocklistIdentifiers", BlocklistIdentifierOperations.class);
	}

	/** Return the operations on sign-in tokens. */
	public SignInTokenOperations signInTokens() {
		return operations("signInTokens", SignInTokenOperations.class);
	}

	/** Return the operations on sign-ups. */
	public SignUpOperations signUps() {
		return operations("signUps", SignUpOperations.class);
	}

	/** Return the operations on actor tokens (impersonation). */
	public ActorTokenOperations actorTokens() {
		return operations("actorTokens", ActorTokenOperations.class);
	}

	/** Return the operations on testing tokens. */
	public TestingTokenOperations testingTokens() {
		return operations("testingTokens", TestingTokenOperations.class);
	}

	/** Return the operations on agent tasks. */
	public AgentTaskOperations agentTasks() {
		return operations("agentTasks", AgentTaskOperations.class);
	}

	/** Return the operations on machines. */
	public MachineOperations machines() {
		return operations("machines", MachineOperations.class);
	}

	/** Return the operations on machine-to-machine tokens. */
	public M2mTokenOperations m2mTokens() {
		return operations(M2mTokenOperations.class, (type) -> this.services.createForMachine("m2mTokens", type));
	}

	/** Return the operations on API keys. */
	public ApiKeyOperations apiKeys() {
		return operations("apiKeys", ApiKeyOperations.class);
	}

	/** Return the operations on OAuth applications and their access tokens. */
	public OAuthApplicationOperations oauthApplications() {
		return operations("oauthApplications", OAuthApplicationOperations.class);
	}

	/** Return the operations on enterprise connections. */
	public EnterpriseConnectionOperations enterpriseConnections() {
		return operations("enterpriseConnections", EnterpriseConnectionOperations.class);
	}

	/** Return the operations on SAML connections. */
	public SamlConnectionOperations samlConnections() {
		return operations("samlConnections", SamlConnectionOperations.class);
	}

	/** Return the operations on directories. */
	public DirectoryOperations directories() {
		return operations("directories", DirectoryOperations.class);
	}

	/** Return the operations on SCIM directories. */
	public ScimDirectoryOperations scimDirectories() {
		return operations("scimDirectories", ScimDirectoryOperations.class);
	}

	/** Return the operations on link tokens for the admin portal. */
	public AdminPortalLinkTokenOperations adminPortalLinkTokens() {
		return operations("adminPortalLinkTokens", AdminPortalLinkTokenOperations.class);
	}

	/** Return the operations on emails sent by the application. */
	public EmailOperations emails() {
		return operations("emails", EmailOperations.class);
	}

	/** Return the operations on email and SMS templates. */
	public TemplateOperations templates() {
		return operations("templates", TemplateOperations.class);
	}

	/** Return the operations on JWT templates. */
	public JwtTemplateOperations jwtTemplates() {
		return operations("jwtTemplates", JwtTemplateOperations.class);
	}

	/** Return the operations on the instance settings. */
	public InstanceOperations instance() {
		return operations("instance", InstanceOperations.class);
	}

	/** Return the operations on beta features. */
	public BetaFeatureOperations betaFeatures() {
		return operations("betaFeatures", BetaFeatureOperations.class);
	}

	/** Return the operations on the domains of the instance. */
	public DomainOperations domains() {
		return operations("domains", DomainOperations.class);
	}

	/** Return the operations on redirect URLs. */
	public RedirectUrlOperations redirectUrls() {
		return operations("redirectUrls", RedirectUrlOperations.class);
	}

	/** Return the operations on proxy checks. */
	public ProxyCheckOperations proxyChecks() {
		return operations("proxyChecks", ProxyCheckOperations.class);
	}

	/** Return the operations on the JSON Web Key Set. */
	public JwksOperations jwks() {
		return operations("jwks", JwksOperations.class);
	}

	/** Return the operations on the interstitial page. */
	public MiscellaneousOperations miscellaneous() {
		return operations("miscellaneous", MiscellaneousOperations.class);
	}

	/** Return the operations on the Svix application for webhooks. */
	public WebhookOperations webhooks() {
		return operations("webhooks", WebhookOperations.class);
	}

	/** Return the operations on accountless applications. */
	public AccountlessApplicationOperations accountlessApplications() {
		return operations("accountlessApplications", AccountlessApplicationOperations.class);
	}

	/** Return the operations on billing. */
	public BillingOperations billing() {
		return operations("billing", BillingOperations.class);
	}

	/** Return the operations on the billing of users. */
	public UserBillingOperations userBilling() {
		return operations("userBilling", UserBillingOperations.class);
	}

	/** Return the operations on the billing of organizations. */
	public OrganizationBillingOperations organizationBilling() {
		return operations("organizationBilling", OrganizationBillingOperations.class);
	}

	/** Return the operations on billing at the paths of older API versions. */
	public CommerceOperations commerce() {
		return operations("commerce", CommerceOperations.class);
	}

	/**
	 * Return the configured {@link WebClient} (base URL, key, API version, error handling
	 * and retries), for endpoints without a method in this client. Paths are relative to
	 * {@code /v1}.
	 * @return the web client
	 */
	public WebClient webClient() {
		return this.services.webClient();
	}

	/**
	 * Return a {@link WebClient} as {@link #webClient()} that is authorized by the secret
	 * key of the machine, or by that of the instance if there is none.
	 * @return the web client
	 */
	public WebClient machineWebClient() {
		return this.services.machineWebClient();
	}

	/**
	 * Close the client: subsequent calls fail. Closes the connections as well, unless
	 * they belong to the HTTP client set on the builder.
	 */
	@Override
	public void close() {
		this.services.close();
		if (this.transport != null) {
			this.transport.close();
		}
	}

	private <T> T operations(String resource, Class<T> type) {
		return operations(type, (key) -> this.services.create(resource, key));
	}

	private <T> T operations(Class<T> type, Function<Class<T>, T> proxy) {
		return type.cast(this.operations.computeIfAbsent(type, (key) -> proxy.apply(type)));
	}

	/** Builder for {@link ClerkBackendClient}. */
	public static final class Builder {

		private static final int MAX_IN_MEMORY_SIZE = 8 * 1024 * 1024;

		private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

		private static final Duration MAX_TIMEOUT = Duration.ofHours(24);

		private final ClerkSecretKey secretKey;

		private @Nullable Secret machineSecretKey;

		private String apiUrl = "https://api.clerk.com";

		private String apiVersion = "2026-05-12";

		private int maxInMemorySize = MAX_IN_MEMORY_SIZE;

		private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;

		private RetryListener retryListener = (operation, reason, wait) -> {
		};

		private Clock clock = Clock.systemUTC();

		private Duration responseTimeout = Duration.ofSeconds(10);

		private Duration callTimeout = Duration.ofSeconds(60);

		private @Nullable HttpClient httpClient;

		private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

		private final List<ExchangeFilterFunction> filters = new ArrayList<>();

		private Builder(ClerkSecretKey secretKey) {
			Assert.notNull(secretKey, "secretKey must not be null");
			this.secretKey = secretKey;
		}

		/**
		 * Set the secret key of the machine that this application represents, used to
		 * authorize operations on machine-to-machine tokens. Defaults to none.
		 */
		public Builder machineSecretKey(@Nullable Secret machineSecretKey) {
			this.machineSecretKey = machineSecretKey;
			return this;
		}

		/**
		 * Set the URL of the API, without the path {@code /v1}. Defaults to {@code
		 * https://api.clerk.com}.
		 */
		public Builder apiUrl(String apiUrl) {
			Assert.hasText(apiUrl, "apiUrl must not be empty");
			this.apiUrl = StringUtils.trimTrailingCharacter(apiUrl, '/');
			return this;
		}

		/**
		 * Set the version of the API. Defaults to {@code 2026-05-12}, the version that
		 * the types of this client are based on.
		 */
		public Builder apiVersion(String apiVersion) {
			this.apiVersion = apiVersion;
			return this;
		}

		/** Set the maximum size of a response, in bytes. Defaults to 8 MB. */
		public Builder maxInMemorySize(int bytes) {
			this.maxInMemorySize = bytes;
			return this;
		}

		/** Set the retry policy. Defaults to {@link RetryPolicy#DEFAULT}. */
		public Builder retryPolicy(RetryPolicy retryPolicy) {
			this.retryPolicy = retryPolicy;
			return this;
		}

		/** Set the listener for retries. Defaults to none. */
		public Builder retryListener(RetryListener retryListener) {
			this.retryListener = retryListener;
			return this;
		}

		/**
		 * Set the clock used to evaluate dates in responses. Defaults to the system
		 * clock.
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Set the time limit for one attempt, from the acquisition of a connection to the
		 * last byte of the response. It also applies to each use of
		 * {@link ClerkBackendClient#webClient()}. Defaults to 10 seconds.
		 */
		public Builder responseTimeout(Duration responseTimeout) {
			this.responseTimeout = checkTimeout(responseTimeout);
			return this;
		}

		/**
		 * Set the time limit for a call, including all retries and waits. Defaults to 60
		 * seconds.
		 */
		public Builder callTimeout(Duration callTimeout) {
			this.callTimeout = checkTimeout(callTimeout);
			return this;
		}

		/**
		 * Set the HTTP client, for example that of a {@link ClerkTransport}. Its
		 * connections, TLS and proxy settings are used; its base URL, redirects, retries,
		 * wiretap and response timeout are not. Defaults to a {@link ClerkTransport}
		 * owned by this client.
		 */
		public Builder httpClient(HttpClient httpClient) {
			this.httpClient = httpClient;
			return this;
		}

		/** Set the registry for observations of calls. Defaults to none. */
		public Builder observationRegistry(ObservationRegistry observationRegistry) {
			this.observationRegistry = observationRegistry;
			return this;
		}

		/**
		 * Add a filter. It is invoked once for each call, around all attempts, and
		 * receives the response or exception that the caller receives. It has no access
		 * to the secret key.
		 */
		public Builder filter(ExchangeFilterFunction filter) {
			this.filters.add(filter);
			return this;
		}

		/** Apply a customization to this builder. */
		public Builder apply(Consumer<Builder> change) {
			change.accept(this);
			return this;
		}

		/** Build the client. */
		public ClerkBackendClient build() {
			if (this.httpClient != null) {
				return new ClerkBackendClient(new ClerkHttpServices(this.httpClient, settings()), null);
			}
			ClerkTransport transport = new ClerkTransport(ClerkTransport.Settings.DEFAULT);
			return new ClerkBackendClient(new ClerkHttpServices(transport.httpClient(), settings()), transport);
		}

		private ClerkHttpSettings settings() {
			return new ClerkHttpSettings(this.apiUrl + "/v1", this.secretKey, this.machineSecretKey, this.apiVersion,
					"clerk-spring-boot/" + version(), this.maxInMemorySize, this.responseTimeout, this.callTimeout,
					this.retryPolicy, this.retryListener, this.clock, this.observationRegistry,
					List.copyOf(this.filters));
		}

		private static Duration checkTimeout(Duration timeout) {
			Assert.isTrue(timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
					() -> "A timeout must be between 1ms and " + MAX_TIMEOUT.toHours() + "h, not " + timeout);
			return timeout;
		}

		private static String version() {
			String version = ClerkBackendClient.class.getPackage().getImplementationVersion();
			return (version != null) ? version : "unversioned";
		}

	}

}
