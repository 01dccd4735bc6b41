package io.github.clerkspring.emulator;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.routes.Backend;
import io.github.clerkspring.emulator.routes.Emulation;
import io.github.clerkspring.emulator.routes.Settings;

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

	private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private final Settings settings;

	private final EmulatorClock clock;

	private final Backend backend;

	private final ApiDispatcher dispatcher;

	private final RequestJournal journal = new RequestJournal();

	private final Faults faults = new Faults();

	private final DisposableServer server;

	private ClerkEmulator(ClerkEmulatorOptions options) {
		this.settings = options.settings();
		this.clock = new EmulatorClock(options.clock());
		this.backend = new Backend(new Emulation(this.settings, this.clock));
		this.dispatcher = new ApiDispatcher(this.backend);
		ControlEndpoint control = new ControlEndpoint(this.dispatcher, new LocalCallers(options.host()),
				List.of(new InstanceControl(this)));
		this.server = new HttpEndpoint(this.dispatcher, this.backend, this.journal, this.faults, this.clock, control)
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
		return new EmulatedUsers(this);
	}

	public EmulatedOrganizations organizations() {
		return new EmulatedOrganizations(this);
	}

	public EmulatedBilling billing() {
		return new EmulatedBilling(this.dispatcher, this.backend.billing());
	}

	/**
	 * Begins a session token. A user that is there gets a session.
	 * @param userId the id of the user
	 * @return the builder
	 */
	public SessionTokenBuilder sessionToken(String userId) {
		return new SessionTokenBuilder(this.dispatcher, this.backend, userId);
	}

	/**
	 * Begins the token of a machine.
	 * @param machineId the id of the machine, which need not be there
	 * @return the builder
	 */
	public MachineTokenBuilder machineToken(String machineId) {
		return new MachineTokenBuilder(this.dispatcher, this.backend, machineId);
	}

	/**
	 * Begins the access token that a user grants to an OAuth application.
	 * @param userId the id of the user, who need not be there
	 * @param clientId the client id of the application, which need not be there
	 * @return the builder
	 */
	public OAuthTokenBuilder oauthToken(String userId, String clientId) {
		return new OAuthTokenBuilder(this.dispatcher, this.backend, userId, clientId);
	}

	/**
	 * Begins an API key.
	 * @param subject the id of the user, organization or machine, which need not be there
	 * @return the builder
	 */
	public ApiKeyBuilder apiKey(String subject) {
		return new ApiKeyBuilder(this.dispatcher, this.backend, subject);
	}

	/**
	 * Uses up a ticket, as the Frontend API does when somebody visits its address.
	 * @param ticket the ticket of a sign-in token, actor token, agent task or invitation
	 * @return the id of the session that it opens
	 */
	public String redeem(String ticket) {
		return this.dispatcher.exclusively(() -> this.backend.tickets().redeem(ticket));
	}

	public EmulatedSignUps signUps() {
		return new EmulatedSignUps(this.dispatcher, this.backend.signUps());
	}

	/**
	 * Signs with a new key from now on. The keys before stay published until
	 * {@link #retireKeys()}.
	 */
	public void rotateKeys() {
		this.backend.emulation().keys().rotate();
	}

	/**
	 * Publishes the present key only.
	 */
	public void retireKeys() {
		this.backend.emulation().keys().retire();
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
	 */
	public void failNext(Fault fault) {
		this.faults.add(fault);
	}

	public EmulatorClock clock() {
		return this.clock;
	}

	/**
	 * Forgets resources, requests, faults, keys and the clock's setting.
	 */
	public void reset() {
		this.clock.reset();
		this.faults.clear();
		this.journal.clear();
		this.dispatcher.exclusively(() -> {
			this.backend.reset();
			return null;
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
		return perform(method, path, body, null);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	@Override
	public String toString() {
		return "ClerkEmulator[" + baseUrl() + "]";
	}

	void awaitClose() {
		this.server.onDispose().block();
	}

	static String version() {
		String version = ClerkEmulator.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	String seed(String path, Map<String, ?> body, @Nullable String id) {
		return String.valueOf(perform("POST", path, body, id).get("id"));
	}

	void plan(String ownerId, String plan, String... features) {
		this.dispatcher.exclusively(() -> {
			this.backend.plan(ownerId, plan, List.of(features));
			return null;
		});
	}

	void role(String key, List<String> permissions) {
		this.dispatcher.exclusively(() -> {
			this.backend.role(key, permissions);
			return null;
		});
	}

	private Map<String, @Nullable Object> perform(String method, String path, @Nullable Object body,
			@Nullable String id) {
		JsonNode answer = this.dispatcher.call(method, Arrays.asList(path.substring(1).split("/")), body, id);
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		if (answer != null && answer.isArray()) {
			map.put("data", JsonMapper.shared().convertValue(answer, List.class));
		}
		else if (answer != null) {
			map.putAll(JsonMapper.shared().convertValue(answer, MAP));
		}
		return map;
	}

}
