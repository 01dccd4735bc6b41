package io.github.clerkspring.emulator.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Describes an endpoint that is to be there.
 */
public final class WebhookEndpointSeed {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private final URI url;

	private WebhookSecret secret;

	private Set<String> types = Set.of();

	private Duration timeout = TIMEOUT;

	WebhookEndpointSeed(String url, WebhookSecret secret) {
		this.url = checkUrl(url);
		this.secret = secret;
	}

	/**
	 * Signs with another secret than the emulator's usual one.
	 * @param secret {@code whsec_} and base64
	 * @return this seed
	 * @throws IllegalArgumentException if it is something else
	 */
	public WebhookEndpointSeed secret(String secret) {
		this.secret = WebhookSecret.of(secret);
		return this;
	}

	/**
	 * Sends some events only.
	 * @param types their types, as {@code user.created}; none for all
	 * @return this seed
	 */
	public WebhookEndpointSeed types(String... types) {
		this.types = Set.of(types);
		return this;
	}

	/**
	 * Sets the response timeout, in real time. Defaults to 15 seconds, as at Svix.
	 * @param timeout the timeout, positive
	 * @return this seed
	 * @throws IllegalArgumentException if the timeout is zero or negative
	 */
	public WebhookEndpointSeed timeout(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("The timeout of a webhook endpoint is more than nothing");
		}
		this.timeout = timeout;
		return this;
	}

	/**
	 * Checks a secret.
	 * @param secret the secret
	 * @throws IllegalArgumentException if it is not {@code whsec_} and base64
	 */
	public static void checkSecret(String secret) {
		WebhookSecret.of(secret);
	}

	WebhookEndpoint endpoint(String id) {
		return new WebhookEndpoint(id, this.url, this.secret, this.types, this.timeout);
	}

	/**
	 * Checks an address.
	 * @param url the address
	 * @return the parsed address
	 * @throws IllegalArgumentException if the URL is not supported
	 */
	public static URI checkUrl(String url) {
		URI uri = parse(url);
		String scheme = String.valueOf(uri.getScheme());
		boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
		if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
			throw new IllegalArgumentException(
					"The url of a webhook endpoint begins with http:// or https:// and a host, without user or fragment, "
							+ "as http://localhost:8080/webhooks/clerk");
		}
		return uri;
	}

	private static URI parse(String url) {
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			return URI.create("");
		}
	}

}
