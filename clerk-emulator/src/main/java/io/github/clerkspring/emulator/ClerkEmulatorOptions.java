package io.github.clerkspring.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.http.CallerCheck;
import io.github.clerkspring.emulator.http.ControlToken;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.webhooks.WebhookEndpointSeed;

/**
 * Options of an emulator. Immutable; each method returns a changed copy.
 */
public final class ClerkEmulatorOptions {

	private static final String SECRET_KEY = "sk_test_clerkEmulator0123456789abcdefghijklmnopqrstu";

	private static final int MAXIMUM_PORT = 65535;

	private static final String HOST = "clerk.emulator.test";

	/** Default signing secret of webhooks, which is public. */
	static final String WEBHOOK_SECRET = "whsec_Y2xlcmtFbXVsYXRvcldlYmhvb2tTZWNyZXQx";

	private static final ClerkEmulatorOptions DEFAULTS = new ClerkEmulatorOptions();

	private String host = "127.0.0.1";

	private int port;

	private String secretKey = SECRET_KEY;

	private String publishableKey = publishableKeyOf(HOST);

	private InstantSource clock = Clock.systemUTC();

	private String webhookSecret = WEBHOOK_SECRET;

	private List<String> webhooks = List.of();

	private @Nullable Path seed;

	private @Nullable String controlToken;

	private List<String> allowedHosts = List.of();

	private ClerkEmulatorOptions() {
	}

	private ClerkEmulatorOptions(ClerkEmulatorOptions source) {
		this.host = source.host;
		this.port = source.port;
		this.secretKey = source.secretKey;
		this.publishableKey = source.publishableKey;
		this.clock = source.clock;
		this.webhookSecret = source.webhookSecret;
		this.webhooks = source.webhooks;
		this.seed = source.seed;
		this.controlToken = source.controlToken;
		this.allowedHosts = source.allowedHosts;
	}

	/**
	 * Returns the default options: loopback, a free port, pregenerated keys, the system
	 * clock.
	 * @return the options
	 */
	public static ClerkEmulatorOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Sets the interface to listen on. On interfaces other than loopback, the control and
	 * the console require a {@link #controlToken(String) control token}.
	 * @param host the name or address of the interface
	 * @return the changed copy
	 * @throws IllegalArgumentException if the host does not exist
	 */
	public ClerkEmulatorOptions host(String host) {
		CallerCheck.isLoopback(host);
		return with((copy) -> copy.host = host);
	}

	/**
	 * Sets the port to listen on.
	 * @param port the port; 0 for a free port
	 * @return the changed copy
	 * @throws IllegalArgumentException if the port is out of range
	 */
	public ClerkEmulatorOptions port(int port) {
		if (port < 0 || port > MAXIMUM_PORT) {
			throw new IllegalArgumentException("A port is a number between 0 and " + MAXIMUM_PORT);
		}
		return with((copy) -> copy.port = port);
	}

	/**
	 * Sets the secret key.
	 * @param secretKey a key that begins with {@code sk_test_}
	 * @return the changed copy
	 * @throws IllegalArgumentException if the key has another prefix
	 */
	public ClerkEmulatorOptions secretKey(String secretKey) {
		requirePrefix(secretKey, "sk_test_");
		return with((copy) -> copy.secretKey = secretKey);
	}

	/**
	 * Sets the publishable key, which determines the issuer.
	 * @param publishableKey a key that begins with {@code pk_test_}
	 * @return the changed copy
	 * @throws IllegalArgumentException if the key has another prefix or contains no host
	 */
	public ClerkEmulatorOptions publishableKey(String publishableKey) {
		requirePrefix(publishableKey, "pk_test_");
		hostOf(publishableKey);
		return with((copy) -> copy.publishableKey = publishableKey);
	}

	/**
	 * Sets the host of the issuer, from which the publishable key is derived.
	 * @param host the host of the Frontend API
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions frontendApi(String host) {
		return publishableKey(publishableKeyOf(host));
	}

	/**
	 * Sets the clock that the emulator follows. Defaults to the system clock.
	 * @param clock the clock
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions clock(InstantSource clock) {
		return with((copy) -> copy.clock = clock);
	}

	/**
	 * Sets the signing secret of webhooks.
	 * @param secret {@code whsec_} and base64
	 * @return the changed copy
	 * @throws IllegalArgumentException if the value has another format
	 */
	public ClerkEmulatorOptions webhookSecret(String secret) {
		WebhookEndpointSeed.checkSecret(secret);
		return with((copy) -> copy.webhookSecret = secret);
	}

	/**
	 * Adds a webhook endpoint, which a reset does not remove.
	 * @param url the HTTP or HTTPS URL
	 * @return the changed copy
	 * @throws IllegalArgumentException if the URL is not supported
	 */
	public ClerkEmulatorOptions webhook(String url) {
		WebhookEndpointSeed.checkUrl(url);
		List<String> all = Stream.concat(this.webhooks.stream(), Stream.of(url)).toList();
		return with((copy) -> copy.webhooks = all);
	}

	/**
	 * Sets the seed file, whose resources are created at start and after each reset.
	 * @param file a file in YAML or JSON, read at start
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions seed(Path file) {
		return with((copy) -> copy.seed = file);
	}

	/**
	 * Sets the token required by the control and the console. Defaults to no token on
	 * loopback, and to a random token, which is printed at start, on other interfaces.
	 * @param token the token, at least 16 visible ASCII characters
	 * @return the changed copy
	 * @throws IllegalArgumentException if the value has another format
	 */
	public ClerkEmulatorOptions controlToken(String token) {
		ControlToken.check(token);
		return with((copy) -> copy.controlToken = token);
	}

	/**
	 * Adds a trusted name in {@code Host} and {@code Origin}. Names of this machine are
	 * always trusted, and on interfaces other than loopback also names that are not in
	 * public DNS.
	 * @param host the name, without scheme and port
	 * @return the changed copy
	 * @throws IllegalArgumentException if the name is invalid
	 */
	public ClerkEmulatorOptions allowedHost(String host) {
		if (!host.matches("[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+]")) {
			throw new IllegalArgumentException("An allowed host is a name without scheme and port");
		}
		List<String> all = Stream.concat(this.allowedHosts.stream(), Stream.of(host.toLowerCase(Locale.ROOT))).toList();
		return with((copy) -> copy.allowedHosts = all);
	}

	String host() {
		return this.host;
	}

	int port() {
		return this.port;
	}

	InstantSource clock() {
		return this.clock;
	}

	String webhookSecret() {
		return this.webhookSecret;
	}

	List<String> webhooks() {
		return this.webhooks;
	}

	@Nullable String controlToken() {
		return this.controlToken;
	}

	List<String> allowedHosts() {
		return this.allowedHosts;
	}

	@Nullable String seed() {
		try {
			return (this.seed != null) ? Files.readString(this.seed) : null;
		}
		catch (IOException ex) {
			throw new SeedException("", 0, "The file " + this.seed + " cannot be read: " + ex);
		}
	}

	Settings settings() {
		return new Settings(this.secretKey, this.publishableKey, hostOf(this.publishableKey));
	}

	@Override
	public String toString() {
		return "ClerkEmulatorOptions[" + this.host + ":" + this.port + "]";
	}

	private ClerkEmulatorOptions with(Consumer<ClerkEmulatorOptions> change) {
		ClerkEmulatorOptions copy = new ClerkEmulatorOptions(this);
		change.accept(copy);
		return copy;
	}

	private static void requirePrefix(String key, String prefix) {
		if (!key.startsWith(prefix)) {
			throw new IllegalArgumentException("The emulator takes only keys that begin with " + prefix
					+ ": keys of real instances do not belong here");
		}
	}

	private static String publishableKeyOf(String host) {
		return "pk_test_"
				+ Base64.getEncoder().withoutPadding().encodeToString((host + "$").getBytes(StandardCharsets.UTF_8));
	}

	private static String hostOf(String publishableKey) {
		String encoded = publishableKey.substring("pk_test_".length());
		String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		if (!decoded.matches("[A-Za-z0-9.-]+\\.[A-Za-z0-9.-]+\\$")) {
			throw new IllegalArgumentException("The publishable key holds no host");
		}
		return decoded.substring(0, decoded.length() - 1);
	}

}
