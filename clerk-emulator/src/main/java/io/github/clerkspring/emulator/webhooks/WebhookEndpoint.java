package io.github.clerkspring.emulator.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where webhooks go.
 */
public final class WebhookEndpoint {

	private final String id;

	private final URI url;

	private final WebhookSecret secret;

	private final Set<String> types;

	private final Duration timeout;

	WebhookEndpoint(String id, URI url, WebhookSecret secret, Set<String> types, Duration timeout) {
		this.id = id;
		this.url = url;
		this.secret = secret;
		this.types = Set.copyOf(types);
		this.timeout = timeout;
	}

	/**
	 * The id.
	 * @return the id, which begins with {@code ep_}
	 */
	public String id() {
		return this.id;
	}

	public URI url() {
		return this.url;
	}

	/**
	 * The secret that the receiver verifies signatures with.
	 * @return {@code whsec_} and base64
	 */
	public String secret() {
		return this.secret.value();
	}

	/**
	 * The types of events that are sent there.
	 * @return the types, empty for all
	 */
	public Set<String> types() {
		return this.types;
	}

	/**
	 * How long an answer may take, in real time.
	 * @return the duration
	 */
	public Duration timeout() {
		return this.timeout;
	}

	boolean takes(String type) {
		return this.types.isEmpty() || this.types.contains(type);
	}

	WebhookSecret key() {
		return this.secret;
	}

	@Override
	public String toString() {
		return "WebhookEndpoint[" + this.id + ", " + this.url.getScheme() + "://" + this.url.getAuthority()
				+ this.url.getPath() + "]";
	}

}
