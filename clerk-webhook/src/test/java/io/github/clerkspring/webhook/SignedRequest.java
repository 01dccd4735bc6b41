package io.github.clerkspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.svix.Webhook;
import com.svix.exceptions.EmptyWebhookSecretException;
import com.svix.exceptions.WebhookSigningException;

/**
 * A webhook as Svix signs it, by Svix's own library.
 */
public final class SignedRequest {

	public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	public static final String OTHER_SECRET = "whsec_c2VjcmV0IG51bWJlciB0d28gb2YgdGVzdHM=";

	private SignedRequest() {
	}

	public static Map<String, List<String>> headers(String family, String secret, String id, Instant time,
			String body) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		headers.put(family + "id", List.of(id));
		headers.put(family + "timestamp", List.of(Long.toString(time.getEpochSecond())));
		headers.put(family + "signature", List.of(sign(secret, id, time, body)));
		return headers;
	}

	public static String sign(String secret, String id, Instant time, String body) {
		try {
			return new Webhook(secret).sign(id, time.getEpochSecond(), body);
		}
		catch (WebhookSigningException | EmptyWebhookSecretException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static byte[] bytes(String body) {
		return body.getBytes(StandardCharsets.UTF_8);
	}

}
