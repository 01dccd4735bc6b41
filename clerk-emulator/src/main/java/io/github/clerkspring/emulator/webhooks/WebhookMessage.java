package io.github.clerkspring.emulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message, which is the same for all endpoints and attempts.
 */
final class WebhookMessage {

	private static final long SKEW = Duration.ofMinutes(10).toSeconds();

	private final String id;

	private final String type;

	private final byte[] body;

	private final @Nullable WebhookFlaw flaw;

	WebhookMessage(String id, String type, ObjectNode event, @Nullable WebhookFlaw flaw) {
		this(id, type, JsonMapper.shared().writeValueAsBytes(event), flaw);
	}

	private WebhookMessage(String id, String type, byte[] body, @Nullable WebhookFlaw flaw) {
		this.id = id;
		this.type = type;
		this.body = body;
		this.flaw = flaw;
	}

	String id() {
		return this.id;
	}

	String type() {
		return this.type;
	}

	boolean isFlawed() {
		return this.flaw != null;
	}

	WebhookMessage sound() {
		return new WebhookMessage(this.id, this.type, this.body, null);
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * The bytes to be sent.
	 * @return the body, spoiled if that is the flaw
	 */
	byte[] content() {
		if (this.flaw != WebhookFlaw.CHANGED_BODY) {
			return this.body;
		}
		byte[] changed = Arrays.copyOf(this.body, this.body.length + 1);
		changed[this.body.length] = ' ';
		return changed;
	}

	/**
	 * The headers by which the receiver knows the sender, made anew for each attempt.
	 * @param secret the secret of the endpoint
	 * @param now the time of the attempt
	 * @return the headers
	 */
	Map<String, String> headers(WebhookSecret secret, Instant now) {
		if (this.flaw == WebhookFlaw.UNSIGNED) {
			return Map.of();
		}
		long timestamp = now.getEpochSecond() + skew();
		WebhookSecret used = (this.flaw == WebhookFlaw.WRONG_SIGNATURE) ? secret.wrong() : secret;
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("svix-id", this.id);
		headers.put("svix-timestamp", String.valueOf(timestamp));
		headers.put("svix-signature", used.sign(this.id, timestamp, this.body));
		return headers;
	}

	private long skew() {
		if (this.flaw == WebhookFlaw.OLD_TIMESTAMP) {
			return -SKEW;
		}
		return (this.flaw == WebhookFlaw.FUTURE_TIMESTAMP) ? SKEW : 0;
	}

}
