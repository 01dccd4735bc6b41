package io.github.clerkspring.emulator;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.sessions.Handshakes;
import io.github.clerkspring.emulator.sessions.Sessions;
import io.github.clerkspring.emulator.signin.TicketRedemption;

/**
 * An emulated Clerk: it keeps users, organizations and sessions in memory, answers the
 * Backend API over HTTP and signs tokens. It provides no security and is meant for tests
 * and development.
 *
 * <pre class="code">
 * try (ClerkEmulator clerk = ClerkEmulator.start()) {
 * 	String userId = clerk.users().create("ada@example.com");
 * 	String token = clerk.sessionToken(userId).mint();
 * }
 * </pre>
 */
public final class ClerkEmulator implements AutoCloseable {

	private final EmulatorInstance instance;

	private final EmulatorEngine engine;

	private final EmulatorServer server;

	private ClerkEmulator(ClerkEmulatorOptions options) {
		this.instance = new EmulatorInstance(options, EmulatorServer.version());
		this.engine = this.instance.engine();
		this.server = serve(options, this.instance);
	}

	private static EmulatorServer serve(ClerkEmulatorOptions options, EmulatorInstance instance) {
		try {
			return new EmulatorServer(options, instance);
		}
		catch (RuntimeException ex) {
			instance.close();
			throw ex;
		}
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
	 * @param options the options
	 * @return the running emulator
	 * @throws SeedException if the seed file cannot be read or something in it is wrong
	 * @throws UncheckedIOException if the port is taken or the interface does not exist
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
		return this.server.url();
	}

	/**
	 * The key that opens the Backend API. It opens no real instance.
	 * @return the secret key
	 */
	public String secretKey() {
		return this.instance.settings().secretKey();
	}

	/**
	 * The publishable key. The host in it is that of the issuer, but nothing listens
	 * there: the keys are at {@link #jwksUrl()}.
	 * @return the publishable key
	 */
	public String publishableKey() {
		return this.instance.settings().publishableKey();
	}

	/**
	 * The issuer of all tokens.
	 * @return {@code https://} and the host of the publishable key
	 */
	public String issuer() {
		return this.instance.settings().issuer();
	}

	/**
	 * The public key set, as the Frontend API serves it. The Backend API serves the same
	 * at {@code /v1/jwks} for the secret key.
	 * @return the address
	 */
	public String jwksUrl() {
		return this.server.jwksUrl();
	}

	/**
	 * Returns the token that the control and the console require.
	 * @return the token, or null if none is required, as on loopback
	 */
	public @Nullable String controlToken() {
		return this.server.controlToken().value();
	}

	/**
	 * The public half of the key that signs now, which Clerk calls the JWT public key:
	 * the value of {@code CLERK_JWT_KEY}.
	 * @return the key in PEM
	 */
	public String jwtKey() {
		return this.engine.keys().pem();
	}

	public EmulatedUsers users() {
		return new EmulatedUsers(this.engine);
	}

	public EmulatedOrganizations organizations() {
		return new EmulatedOrganizations(this.engine);
	}

	public EmulatedBilling billing() {
		return new EmulatedBilling(this.engine);
	}

	/**
	 * Begins a session token. An existing user gets a session.
	 * @param userId the id of the user
	 * @return the builder
	 */
	public SessionTokenBuilder sessionToken(String userId) {
		return new SessionTokenBuilder(this.engine, userId);
	}

	/**
	 * Begins the token of a JWT template. The user gets a session.
	 * @param userId the id of an existing user
	 * @param template the name of an existing template
	 * @return the builder
	 */
	public TemplateTokenBuilder templateToken(String userId, String template) {
		return new TemplateTokenBuilder(this.engine, userId, template);
	}

	/**
	 * Begins the token of a machine.
	 * @param machineId the id of the machine, which need not exist
	 * @return the builder
	 */
	public MachineTokenBuilder machineToken(String machineId) {
		return new MachineTokenBuilder(this.engine, machineId);
	}

	/**
	 * Begins the access token that a user grants to an OAuth application.
	 * @param userId the id of the user, who need not exist
	 * @param clientId the client id of the application, which need not exist
	 * @return the builder
	 */
	public OAuthTokenBuilder oauthToken(String userId, String clientId) {
		return new OAuthTokenBuilder(this.engine, userId, clientId);
	}

	/**
	 * Begins an API key.
	 * @param subject the id of the user, organization or machine, which need not exist
	 * @return the builder
	 */
	public ApiKeyBuilder apiKey(String subject) {
		return new ApiKeyBuilder(this.engine, subject);
	}

	/**
	 * Redeems a ticket, as the Frontend API does when its address is visited.
	 * @param ticket the ticket of a sign-in token, actor token, agent task or invitation,
	 * into the application or an organization
	 * @return the id of the session that it opens
	 */
	public String redeem(String ticket) {
		return this.engine.transaction((tx) -> TicketRedemption.redeem(tx, ticket));
	}

	/**
	 * Signs a user out of a session, as the Frontend API does for a browser. A session
	 * that is over stays as it is.
	 * @param sessionId the id of the session
	 */
	public void signOut(String sessionId) {
		this.engine.run((tx) -> Sessions.signOut(tx, sessionId));
	}

	/**
	 * The token by which the client of a session asks for new session tokens, which
	 * browsers have in a cookie.
	 * @param sessionId the id of the session
	 * @return the refresh token
	 */
	public String refreshToken(String sessionId) {
		return this.engine.transaction((tx) -> Sessions.refreshToken(tx, sessionId));
	}

	/**
	 * The nonce of a handshake, which the Frontend API puts into the address of a browser
	 * that comes back. {@code GET /clients/handshake_payload} exchanges it once, within a
	 * minute, for the cookies of the session.
	 * @param sessionId the id of the session
	 * @return the nonce
	 */
	public String handshakeNonce(String sessionId) {
		return this.engine.transaction((tx) -> Handshakes.begin(tx, sessionId));
	}

	public EmulatedSignUps signUps() {
		return new EmulatedSignUps(this.engine);
	}

	public EmulatedWebhooks webhooks() {
		return new EmulatedWebhooks(this.instance.webhooks());
	}

	/**
	 * Signs with a new key from now on. The keys before stay published until
	 * {@link #retireKeys()}.
	 */
	public void rotateKeys() {
		this.engine.keys().rotate();
	}

	/**
	 * Publishes the present key only.
	 */
	public void retireKeys() {
		this.engine.keys().retire();
	}

	/**
	 * The last thousand requests, oldest first.
	 * @return a copy
	 */
	public List<RecordedRequest> requests() {
		return this.server.journal().after(0).stream().map(RecordedRequest::of).toList();
	}

	/**
	 * Removes the recorded requests.
	 */
	public void clearRequests() {
		this.server.journal().clear();
	}

	/**
	 * Lets the next calls fail. Several faults apply one after another.
	 * @param fault the fault
	 * @throws IllegalArgumentException if its operation does not exist
	 * @throws IllegalStateException if a thousand faults are pending
	 */
	public void failNext(Fault fault) {
		this.server.faults().add(fault.failure());
	}

	/**
	 * Switches the documented rate limits on or off. Over the limit Clerk answers 429
	 * with {@code Retry-After}.
	 * @param limits the limits; none until this is called
	 */
	public void rateLimits(RateLimits limits) {
		this.server.limiter().limit(limits.requests());
	}

	public EmulatorClock clock() {
		return this.instance.clock();
	}

	/**
	 * Creates the resources of a seed.
	 * @param seed the seed in YAML or JSON, as docs/emulator.md describes it
	 * @throws SeedException if something is wrong; then nothing of it is made
	 */
	public void seed(String seed) {
		this.engine.seed(seed);
	}

	/**
	 * Resets resources, requests, faults, limits, keys, webhooks and the clock's setting.
	 * The endpoints of webhooks that it was started with stay, and what the seed file
	 * says is made again.
	 */
	public void reset() {
		this.server.reset();
	}

	/**
	 * Performs an operation of the Backend API without HTTP.
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 * @return the response, empty without a body; a list is the member {@code data}
	 */
	public Map<String, @Nullable Object> call(String method, String path, @Nullable Object body) {
		return this.engine.call(method, path, body);
	}

	@Override
	public void close() {
		this.instance.close();
		this.server.close();
	}

	@Override
	public String toString() {
		return "ClerkEmulator[" + baseUrl() + "]";
	}

	EmulatorInstance instance() {
		return this.instance;
	}

	EmulatorServer server() {
		return this.server;
	}

	void awaitClose() {
		this.server.awaitClose();
	}

}
