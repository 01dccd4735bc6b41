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
 * Emulator of Clerk: implements the Backend API over HTTP with users, organizations and
 * sessions in memory, and signs tokens. It provides no security and is intended for tests
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
	 * @throws SeedException if the seed file cannot be read or is invalid
	 * @throws UncheckedIOException if the port is in use or the interface does not exist
	 */
	public static ClerkEmulator start(ClerkEmulatorOptions options) {
		return new ClerkEmulator(options);
	}

	/**
	 * Returns the base URL of the emulator; the Backend API is below {@code /v1}. If the
	 * emulator listens on all interfaces, this is the address of the loopback interface.
	 * @return the URL without trailing slash, such as {@code http://127.0.0.1:4000}
	 */
	public String baseUrl() {
		return this.server.url();
	}

	/**
	 * Returns the secret key of the Backend API. It is not valid for real instances.
	 * @return the secret key
	 */
	public String secretKey() {
		return this.instance.settings().secretKey();
	}

	/**
	 * Returns the publishable key. It contains the host of the issuer, at which no server
	 * is available: the keys are published at {@link #jwksUrl()}.
	 * @return the publishable key
	 */
	public String publishableKey() {
		return this.instance.settings().publishableKey();
	}

	/**
	 * Returns the issuer of all tokens.
	 * @return {@code https://} and the host of the publishable key
	 */
	public String issuer() {
		return this.instance.settings().issuer();
	}

	/**
	 * Returns the URL of the public key set of the Frontend API. The Backend API has the
	 * same key set at {@code /v1/jwks}, which requires the secret key.
	 * @return the URL
	 */
	public String jwksUrl() {
		return this.server.jwksUrl();
	}

	/**
	 * Returns the token that the control and the console require.
	 * @return the token, or null if none is required, which is the default on loopback
	 */
	public @Nullable String controlToken() {
		return this.server.controlToken().value();
	}

	/**
	 * Returns the public key of the current signing key, Clerk's JWT public key: the
	 * value of {@code CLERK_JWT_KEY}.
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
	 * Creates a builder of a session token. A session is created if the user exists.
	 * @param userId the id of the user
	 * @return the builder
	 */
	public SessionTokenBuilder sessionToken(String userId) {
		return new SessionTokenBuilder(this.engine, userId);
	}

	/**
	 * Creates a builder of a token of a JWT template. A session is created for the user.
	 * @param userId the id of an existing user
	 * @param template the name of an existing template
	 * @return the builder
	 */
	public TemplateTokenBuilder templateToken(String userId, String template) {
		return new TemplateTokenBuilder(this.engine, userId, template);
	}

	/**
	 * Creates a builder of an M2M token.
	 * @param machineId the id of the machine, which need not exist
	 * @return the builder
	 */
	public MachineTokenBuilder machineToken(String machineId) {
		return new MachineTokenBuilder(this.engine, machineId);
	}

	/**
	 * Creates a builder of an access token that a user grants to an OAuth application.
	 * @param userId the id of the user, who need not exist
	 * @param clientId the client id of the application, which need not exist
	 * @return the builder
	 */
	public OAuthTokenBuilder oauthToken(String userId, String clientId) {
		return new OAuthTokenBuilder(this.engine, userId, clientId);
	}

	/**
	 * Creates a builder of an API key.
	 * @param subject the id of the user, organization or machine, which need not exist
	 * @return the builder
	 */
	public ApiKeyBuilder apiKey(String subject) {
		return new ApiKeyBuilder(this.engine, subject);
	}

	/**
	 * Redeems a ticket, as the Frontend API does for the URL of the ticket.
	 * @param ticket the ticket of a sign-in token, actor token, agent task or invitation,
	 * into the application or an organization
	 * @return the id of the created session
	 */
	public String redeem(String ticket) {
		return this.engine.transaction((tx) -> TicketRedemption.redeem(tx, ticket));
	}

	/**
	 * Signs a user out of a session, as the Frontend API does for a browser. A session
	 * that has ended is not changed.
	 * @param sessionId the id of the session
	 */
	public void signOut(String sessionId) {
		this.engine.run((tx) -> Sessions.signOut(tx, sessionId));
	}

	/**
	 * Returns the refresh token of a session, with which its client requests new session
	 * tokens. Browsers store it in a cookie.
	 * @param sessionId the id of the session
	 * @return the refresh token
	 */
	public String refreshToken(String sessionId) {
		return this.engine.transaction((tx) -> Sessions.refreshToken(tx, sessionId));
	}

	/**
	 * Creates the nonce of a handshake, which the Frontend API adds to the URL of the
	 * redirect to the application. {@code GET /clients/handshake_payload} exchanges it
	 * once, within one minute, for the cookies of the session.
	 * @param sessionId the id of the session
	 * @return the nonce
	 */
	public String handshakeNonce(String sessionId) {
		return this.engine.transaction((tx) -> Handshakes.begin(tx, sessionId, null));
	}

	public EmulatedSignUps signUps() {
		return new EmulatedSignUps(this.engine);
	}

	public EmulatedWebhooks webhooks() {
		return new EmulatedWebhooks(this.instance.webhooks());
	}

	/**
	 * Replaces the signing key. Previous keys remain published until
	 * {@link #retireKeys()}.
	 */
	public void rotateKeys() {
		this.engine.keys().rotate();
	}

	/**
	 * Removes all keys except the signing key from the published key set.
	 */
	public void retireKeys() {
		this.engine.keys().retire();
	}

	/**
	 * Returns the last 1000 requests, oldest first.
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
	 * Adds a fault of the next requests. Several faults are applied in sequence.
	 * @param fault the fault
	 * @throws IllegalArgumentException if its operation does not exist
	 * @throws IllegalStateException if 1000 faults are pending
	 */
	public void failNext(Fault fault) {
		this.server.faults().add(fault.failure());
	}

	/**
	 * Sets the rate limits documented by Clerk. The response to a request over a limit is
	 * 429 with {@code Retry-After}. Defaults to no limits.
	 * @param limits the limits
	 */
	public void rateLimits(RateLimits limits) {
		this.server.limiter().limit(limits.requests());
	}

	public EmulatorClock clock() {
		return this.instance.clock();
	}

	/**
	 * Creates the resources of a seed.
	 * @param seed the seed in YAML or JSON, in the format of docs/emulator.md
	 * @throws SeedException if the seed is invalid; no resources are created then
	 */
	public void seed(String seed) {
		this.engine.seed(seed);
	}

	/**
	 * Resets resources, requests, faults, limits, keys, webhooks and the clock. Webhook
	 * endpoints configured at start are not removed, and the resources of the seed file
	 * are created again.
	 */
	public void reset() {
		this.server.reset();
	}

	/**
	 * Performs an operation of the Backend API without HTTP.
	 * @param method the HTTP method
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
