package io.github.clerkspring.emulator;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;

import io.github.clerkspring.emulator.api.Route;
import io.github.clerkspring.emulator.api.RouteFamily;
import io.github.clerkspring.emulator.routes.Backend;
import io.github.clerkspring.emulator.routes.Emulation;
import io.github.clerkspring.emulator.routes.Settings;
import io.github.clerkspring.emulator.token.SigningKeys;
import io.github.clerkspring.emulator.webhook.WebhookEngine;

/**
 * A Clerk on the own machine: it keeps users, organizations and sessions in memory,
 * answers the Backend API over HTTP and signs tokens. It protects nothing and is meant
 * for tests and for development.
 *
 * <pre class="code">
 * try (ClerkEmulator clerk = ClerkEmulator.start()) {
 * 	String userId = clerk.users().create("ada@example.com");
 * 	String token = clerk.sessionToken(userId).mint();
 * }
 * </pre>
 */
public final class ClerkEmulator implements AutoCloseable {

	private final Settings settings;

	private final EmulatorClock clock;

	private final Backend backend;

	private final InProcess inProcess;

	private final RequestJournal journal = new RequestJournal();

	private final Faults faults;

	private final WebhookEngine webhooks;

	private final DisposableServer server;

	private ClerkEmulator(ClerkEmulatorOptions options) {
		this.settings = options.settings();
		this.clock = new EmulatorClock(options.clock());
		this.backend = new Backend(new Emulation(this.settings, this.clock));
		this.faults = new Faults(
				this.backend.routes().routes().stream().map(Route::operation).collect(Collectors.toUnmodifiableSet()));
		ApiDispatcher dispatcher = new ApiDispatcher(this.backend);
		this.inProcess = new InProcess(dispatcher, this.backend);
		this.webhooks = new WebhookEngine(this.clock, this.settings.instanceId(), options.webhookSecret(), version());
		options.webhooks().forEach((url) -> this.webhooks.add(url, true, (endpoint) -> {
		}));
		this.backend.emulation()
			.events()
			.listen((type, data) -> this.webhooks.publish(type, data, dispatcher.cause(), null));
		this.clock.onMove(this::pass);
		LocalCallers callers = new LocalCallers(options.host());
		ControlEndpoint control = new ControlEndpoint(dispatcher, callers, controls());
		ConsoleEndpoint console = new ConsoleEndpoint(dispatcher, callers, control);
		this.server = new HttpEndpoint(dispatcher, this.backend, this.journal, this.faults, this.clock, control,
				console)
			.bind(options.host(), options.port());
	}

	/**
	 * Starts an emulator on a free port of the loopback interface.
	 * @return the running emulator
	 */
	public static ClerkEmulator start() {
		return start(ClerkEmulatorOptions.defaults());
	}

	/**
	 * Starts an emulator.
	 * @param options what differs from the usual
	 * @return the running emulator
	 */
	public static ClerkEmulator start(ClerkEmulatorOptions options) {
		return new ClerkEmulator(options);
	}

	/**
	 * Where the emulator listens; the Backend API is below {@code /v1} of it. If it
	 * listens on all interfaces, this is the loopback one.
	 * @return the address without trailing slash, as {@code http://127.0.0.1:4000}
	 */
	public String baseUrl() {
		InetSocketAddress address = (InetSocketAddress) this.server.address();
		String host = (address.getAddress().isAnyLocalAddress()) ? "127.0.0.1" : address.getHostString();
		return "http://" + ((host.contains(":")) ? "[" + host + "]" : host) + ":" + address.getPort();
	}

	/**
	 * The key that opens the Backend API. It opens no real instance.
	 * @return the secret key
	 */
	public String secretKey() {
		return this.settings.secretKey();
	}

	/**
	 * The publishable key. The host in it is that of the issuer, but nothing listens
	 * there: the keys are at {@link #jwksUrl()}.
	 * @return the publishable key
	 */
	public String publishableKey() {
		return this.settings.publishableKey();
	}

	/**
	 * The issuer of all tokens.
	 * @return {@code https://} and the host of the publishable key
	 */
	public String issuer() {
		return this.settings.issuer();
	}

	/**
	 * The public key set, as the Frontend API serves it. The Backend API serves the same
	 * at {@code /v1/jwks} for the secret key.
	 * @return the address
	 */
	public String jwksUrl() {
		return baseUrl() + "/.well-known/jwks.json";
	}

	public EmulatedUsers users() {
		return new EmulatedUsers(this.inProcess);
	}

	public EmulatedOrganizations organizations() {
		return new EmulatedOrganizations(this.inProcess);
	}

	public EmulatedBilling billing() {
		return new EmulatedBilling(this.inProcess);
	}

	/**
	 * Begins a session token. A user that is there gets a session.
	 * @param userId the id of the user
	 * @return the builder
	 */
	public SessionTokenBuilder sessionToken(String userId) {
		return new SessionTokenBuilder(this.inProcess, userId);
	}

	/**
	 * Begins the token of a JWT template. The user gets a session.
	 * @param userId the id of the user, who must be there
	 * @param template the name of the template, which must be there
	 * @return the builder
	 */
	public TemplateTokenBuilder templateToken(String userId, String template) {
		return new TemplateTokenBuilder(this.inProcess, userId, template);
	}

	/**
	 * Begins the token of a machine.
	 * @param machineId the id of the machine, which need not be there
	 * @return the builder
	 */
	public MachineTokenBuilder machineToken(String machineId) {
		return new MachineTokenBuilder(this.inProcess, machineId);
	}

	/**
	 * Begins the access token that a user grants to an OAuth application.
	 * @param userId the id of the user, who need not be there
	 * @param clientId the client id of the application, which need not be there
	 * @return the builder
	 */
	public OAuthTokenBuilder oauthToken(String userId, String clientId) {
		return new OAuthTokenBuilder(this.inProcess, userId, clientId);
	}

	/**
	 * Begins an API key.
	 * @param subject the id of the user, organization or machine, which need not be there
	 * @return the builder
	 */
	public ApiKeyBuilder apiKey(String subject) {
		return new ApiKeyBuilder(this.inProcess, subject);
	}

	/**
	 * Uses up a ticket, as the Frontend API does when somebody visits its address.
	 * @param ticket the ticket of a sign-in token, actor token, agent task or invitation,
	 * into the application or an organization
	 * @return the id of the session that it opens
	 */
	public String redeem(String ticket) {
		return this.inProcess.give(() -> this.backend.tickets().redeem(ticket));
	}

	/**
	 * Signs a user out of a session, as the Frontend API does for a browser. A session
	 * that is over stays as it is.
	 * @param sessionId the id of the session
	 */
	public void signOut(String sessionId) {
		this.inProcess.run(() -> this.backend.sessions().signOut(sessionId));
	}

	public EmulatedSignUps signUps() {
		return new EmulatedSignUps(this.inProcess);
	}

	public EmulatedWebhooks webhooks() {
		return new EmulatedWebhooks(this.webhooks);
	}

	/**
	 * Signs with a new key from now on. The keys before stay published until
	 * {@link #retireKeys()}.
	 */
	public void rotateKeys() {
		keys().rotate();
	}

	/**
	 * Publishes the present key only.
	 */
	public void retireKeys() {
		keys().retire();
	}

	/**
	 * The last thousand requests, oldest first.
	 * @return a copy
	 */
	public List<RecordedRequest> requests() {
		return this.journal.all();
	}

	/**
	 * Forgets the requests.
	 */
	public void clearRequests() {
		this.journal.clear();
	}

	/**
	 * Lets the next calls fail. Several faults come one after another.
	 * @param fault what happens, how often and where
	 * @throws IllegalArgumentException if it is for an operation that does not exist
	 * @throws IllegalStateException if a thousand faults are to come already
	 */
	public void failNext(Fault fault) {
		this.faults.add(fault);
	}

	public EmulatorClock clock() {
		return this.clock;
	}

	/**
	 * Forgets resources, requests, faults, keys, webhooks and the clock's setting. The
	 * endpoints of webhooks that it was started with stay.
	 */
	public void reset() {
		this.clock.restart();
		this.faults.clear();
		this.journal.clear();
		this.inProcess.run(() -> {
			this.backend.reset();
			this.webhooks.reset();
		});
	}

	/**
	 * Does any operation of the Backend API without HTTP, for seeding.
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 * @return the answer, empty if it has no body; a list is found under {@code data}
	 */
	public Map<String, @Nullable Object> call(String method, String path, @Nullable Object body) {
		return this.inProcess.call(method, path, body);
	}

	@Override
	public void close() {
		this.webhooks.close();
		this.server.disposeNow();
	}

	@Override
	public String toString() {
		return "ClerkEmulator[" + baseUrl() + "]";
	}

	/**
	 * The secret that signs webhooks, unless somebody has given one: theirs is not shown.
	 * @return the secret or null
	 */
	@Nullable String publicWebhookSecret() {
		String secret = this.webhooks.secret();
		return (secret.equals(ClerkEmulatorOptions.WEBHOOK_SECRET)) ? secret : null;
	}

	SigningKeys keys() {
		return this.backend.emulation().keys();
	}

	private void pass() {
		this.inProcess.run(this.backend.billing()::settle);
		this.webhooks.wake();
	}

	void awaitClose() {
		this.server.onDispose().block();
	}

	static String version() {
		String version = ClerkEmulator.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	private List<RouteFamily> controls() {
		return List.of(
				// One a line, so that it is easy to add another.
				new InstanceControl(this), //
				new ClockControl(this.clock), //
				new KeyControl(keys()), //
				new FaultControl(this.faults), //
				new RequestControl(this.journal), //
				new TokenControl(this), //
				new SignUpControl(this), //
				new WebhookControl(this.webhooks));
	}

}
