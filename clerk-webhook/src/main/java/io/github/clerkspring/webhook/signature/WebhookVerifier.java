package io.github.clerkspring.webhook.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.Assert;

/**
 * Verifier of webhooks. A valid webhook was sent unaltered by an owner of a signing
 * secret within the last five minutes. The signature covers the id, the timestamp and the
 * exact bytes of the body.
 */
public final class WebhookVerifier {

	private static final long TOLERANCE_SECONDS = 300;

	private static final String VERSION = "v1,";

	private final List<WebhookSecret> secrets;

	private final Clock clock;

	/**
	 * Create the verifier.
	 * @param secrets the accepted secrets, of which there can be several during a
	 * rotation
	 * @param clock the clock for the verification of timestamps
	 */
	public WebhookVerifier(List<WebhookSecret> secrets, Clock clock) {
		Assert.notEmpty(secrets, "secrets must not be empty");
		this.secrets = List.copyOf(secrets);
		this.clock = clock;
	}

	/**
	 * Verify the headers without the body, so that the body is not read if the headers
	 * are invalid.
	 * @param headers the headers
	 * @throws InvalidWebhookException if the timestamp is too old or too new, or no
	 * signature has a supported version
	 */
	public void verifyHeaders(WebhookHeaders headers) {
		long age = this.clock.instant().getEpochSecond() - headers.seconds();
		if (age > TOLERANCE_SECONDS) {
			throw new InvalidWebhookException(WebhookRejection.TOO_OLD);
		}
		if (age < -TOLERANCE_SECONDS) {
			throw new InvalidWebhookException(WebhookRejection.TOO_NEW);
		}
		if (signatures(headers).findAny().isEmpty()) {
			throw new InvalidWebhookException(WebhookRejection.NO_MATCHING_SIGNATURE);
		}
	}

	/**
	 * Verify a webhook.
	 * @param headers the headers
	 * @param body the body, exactly as received
	 * @throws InvalidWebhookException if the headers are invalid or no signature matches
	 */
	public void verify(WebhookHeaders headers, byte[] body) {
		verifyHeaders(headers);
		byte[] prefix = (headers.id() + "." + headers.timestamp() + ".").getBytes(StandardCharsets.UTF_8);
		if (this.secrets.stream().noneMatch((secret) -> matches(headers, secret.sign(prefix, body)))) {
			throw new InvalidWebhookException(WebhookRejection.NO_MATCHING_SIGNATURE);
		}
	}

	private static boolean matches(WebhookHeaders headers, String expected) {
		byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
		return signatures(headers)
			.anyMatch((signature) -> MessageDigest.isEqual(bytes, signature.getBytes(StandardCharsets.UTF_8)));
	}

	private static Stream<String> signatures(WebhookHeaders headers) {
		return Stream.of(headers.signature().split(" "))
			.filter((entry) -> entry.startsWith(VERSION))
			.map((entry) -> entry.substring(VERSION.length()));
	}

}
