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
 * The options of an emulator. Immutable; each method gives a changed copy.
 */
public final class ClerkEmulatorOptions {

	private static final String SECRET_KEY = "sk_test_clerkEmulator0123456789abcdefghijklmnopqrstu";

	private static final int MAXIMUM_PORT = 65535;

	private static final String HOST = "clerk.emulator.test";

	/** What webhooks are signed with when nothing else is said; no secret at all. */
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
	 * Loopback, a free port, ready-made keys, the system's clock.
	 * @return the options
	 */
	public static ClerkEmulatorOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Listens on another interface than loopback. Callers of the control and the console
	 * then need a {@link #controlToken(String) control token}.
	 * @param host name or address of the interface
	 * @return the changed copy
	 * @throws IllegalArgumentException if there is no such host
	 */
	public ClerkEmulatorOptions host(String host) {
		CallerCheck.isLoopback(host);
		return with((copy) -> copy.host = host);
	}

	/**
	 * Listens on a port.
	 * @param port the port; 0 for a free one
	 * @return the changed copy
	 * @throws IllegalArgumentException if there is no such port
	 */
	public ClerkEmulatorOptions port(int port) {
		if (port < 0 || port > MAXIMUM_PORT) {
			throw new IllegalArgumentException("A port is a number between 0 and " + MAXIMUM_PORT);
		}
		return with((copy) -> copy.port = port);
	}

	/**
	 * Takes another secret key.
	 * @param secretKey a key that begins with {@code sk_test_}
	 * @return the changed copy
	 * @throws IllegalArgumentException if it does not
	 */
	public ClerkEmulatorOptions secretKey(String secretKey) {
		requirePrefix(secretKey, "sk_test_");
		return with((copy) -> copy.secretKey = secretKey);
	}

	/**
	 * Takes another publishable key, which decides about the issuer.
	 * @param publishableKey a key that begins with {@code pk_test_}
	 * @return the changed copy
	 * @throws IllegalArgumentException if it does not, or holds no host
	 */
	public ClerkEmulatorOptions publishableKey(String publishableKey) {
		requirePrefix(publishableKey, "pk_test_");
		hostOf(publishableKey);
		return with((copy) -> copy.publishableKey = publishableKey);
	}

	/**
	 * Takes the issuer's host and makes the publishable key of it.
	 * @param host the host of the Frontend API
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions frontendApi(String host) {
		return publishableKey(publishableKeyOf(host));
	}

	/**
	 * Follows another clock.
	 * @param clock the clock
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions clock(InstantSource clock) {
		return with((copy) -> copy.clock = clock);
	}

	/**
	 * Signs webhooks with another secret.
	 * @param secret {@code whsec_} and base64
	 * @return the changed copy
	 * @throws IllegalArgumentException if it is something else
	 */
	public ClerkEmulatorOptions webhookSecret(String secret) {
		WebhookEndpointSeed.checkSecret(secret);
		return with((copy) -> copy.webhookSecret = secret);
	}

	/**
	 * Sends webhooks to an address, besides those named before; a reset does not change
	 * that.
	 * @param url the address, over HTTP or HTTPS
	 * @return the changed copy
	 * @throws IllegalArgumentException if webhooks cannot go there
	 */
	public ClerkEmulatorOptions webhook(String url) {
		WebhookEndpointSeed.checkUrl(url);
		List<String> all = Stream.concat(this.webhooks.stream(), Stream.of(url)).toList();
		return with((copy) -> copy.webhooks = all);
	}

	/**
	 * Begins with what a seed file lists, and so again after each reset.
	 * @param file a file in YAML or JSON, read when the emulator starts
	 * @return the changed copy
	 */
	public ClerkEmulatorOptions seed(Path file) {
		return with((copy) -> copy.seed = file);
	}

	/**
	 * Requires a token of the callers of the control and the console. Defaults to none on
	 * loopback, and to a random one, which the emulator prints at start, on other
	 * interfaces.
	 * @param token the token, at least 16 visible ASCII characters
	 * @return the changed copy
	 * @throws IllegalArgumentException if it is something else
	 */
	public ClerkEmulatorOptions controlToken(String token) {
		ControlToken.check(token);
		return with((copy) -> copy.controlToken = token);
	}

	/**
	 * Trusts another name in {@code Host} and {@code Origin}, besides those named before.
	 * Names of this machine are trusted always, and on other interfaces than loopback
	 * names that are not in public DNS.
	 * @param host the name, without scheme and port
	 * @return the changed copy
	 * @throws IllegalArgumentException if it is no name
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
