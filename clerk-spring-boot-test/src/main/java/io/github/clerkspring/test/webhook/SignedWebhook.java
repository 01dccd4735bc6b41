package io.github.clerkspring.test.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * Immutable webhook with the three headers that are required to verify it.
 *
 * <pre class="code">
 * SignedWebhook webhook = SignedWebhook.of("whsec_…", body, clock);
 * client.post().uri("/webhooks").headers((headers) -&gt; headers.addAll(webhook.headers())).bodyValue(webhook.body())
 * </pre>
 */
public final class SignedWebhook {

	private static final String PREFIX = "whsec_";

	private final byte[] key;

	private final String body;

	private final String id;

	private final Instant timestamp;

	private SignedWebhook(byte[] key, String body, String id, Instant timestamp) {
		this.key = key;
		this.body = body;
		this.id = id;
		this.timestamp = timestamp;
	}

	/**
	 * Sign a body with the current time and a new id.
	 * @param secret the signing secret in Base64 with the prefix {@code whsec_}
	 * @param body the body, exactly as sent
	 * @param clock the clock for the current time
	 * @return the webhook
	 */
	public static SignedWebhook of(String secret, String body, Clock clock) {
		Assert.isTrue(secret.startsWith(PREFIX), "The secret must begin with " + PREFIX);
		byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
		return new SignedWebhook(key, body, "msg_" + UUID.randomUUID(), clock.instant());
	}

	/**
	 * Return a copy with another id.
	 * @param id the id of the message, which is the same for all retries
	 * @return the signed copy
	 */
	public SignedWebhook id(String id) {
		return new SignedWebhook(this.key, this.body, id, this.timestamp);
	}

	/**
	 * Return a copy that is signed at another time.
	 * @param timestamp the time, truncated to seconds
	 * @return the signed copy
	 */
	public SignedWebhook timestamp(Instant timestamp) {
		return new SignedWebhook(this.key, this.body, this.id, timestamp);
	}

	/**
	 * Return the body, which must be sent exactly.
	 * @return the body
	 */
	public String body() {
		return this.body;
	}

	/**
	 * Return the headers with the id, timestamp and signature, and the content type.
	 * @return the headers, as a new object
	 */
	public HttpHeaders headers() {
		String seconds = Long.toString(this.timestamp.getEpochSecond());
		HttpHeaders headers = new HttpHeaders();
		headers.set("svix-id", this.id);
		headers.set("svix-timestamp", seconds);
		headers.set("svix-signature", "v1," + sign(this.id + "." + seconds + "." + this.body));
		headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
		return headers;
	}

	private String sign(String content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.key, "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java cannot sign with HMAC and SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "SignedWebhook[" + this.id + "]";
	}

}
