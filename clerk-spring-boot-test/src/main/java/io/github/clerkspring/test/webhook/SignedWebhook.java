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
 * A webhook with the three headers by which its receiver verifies it. Immutable.
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
	 * Sign a body, now and with a new id.
	 * @param secret the signing secret, {@code whsec_} and Base64
	 * @param body the body, as it will be sent
	 * @param clock tells what now is
	 * @return the webhook
	 */
	public static SignedWebhook of(String secret, String body, Clock clock) {
		Assert.isTrue(secret.startsWith(PREFIX), "The secret must begin with " + PREFIX);
		byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
		return new SignedWebhook(key, body, "msg_" + UUID.randomUUID(), clock.instant());
	}

	/**
	 * Give it another id.
	 * @param id the id of the message, the same for each delivery of it
	 * @return a changed copy
	 */
	public SignedWebhook id(String id) {
		return new SignedWebhook(this.key, this.body, id, this.timestamp);
	}

	/**
	 * Sign it at another time.
	 * @param timestamp the time, of which whole seconds count
	 * @return a changed copy
	 */
	public SignedWebhook timestamp(Instant timestamp) {
		return new SignedWebhook(this.key, this.body, this.id, timestamp);
	}

	/**
	 * Return the body, as it must be sent.
	 * @return the body
	 */
	public String body() {
		return this.body;
	}

	/**
	 * Return the headers with id, time and signature, and the type of the content.
	 * @return new headers
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
