package io.github.clerkspring.benchmark.comparison;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.signature.WebhookHeaders;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

/**
 * Verification and reading of a webhook with a user.
 */
final class VerifiedWebhook extends AlternatingRow {

	private static final String FLOOR = "HMAC and JSON";

	private static final int OPERATIONS = 1_000;

	private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);

	private static final String DELIVERY = "msg_2abcdefghijklmnopqrstuvwxyz";

	VerifiedWebhook() {
		super("webhook verified and parsed");
	}

	@Override
	List<Contender> contenders() throws GeneralSecurityException {
		String user = new String(UserJson.one(), StandardCharsets.UTF_8).strip();
		byte[] body = """
				{"data":%s,"event_attributes":{"http_request":{"client_ip":"192.0.2.1","user_agent":"Mozilla/5.0"}},\
				"instance_id":"ins_2abcdefghijklmnopqrstuvwxyz","object":"event","timestamp":1716883200000,\
				"type":"user.updated"}""".formatted(user).getBytes(StandardCharsets.UTF_8);
		byte[] json = UserJson.one();
		Instant now = Instant.now();
		String signed = DELIVERY + "." + now.getEpochSecond() + ".";
		WebhookHeaders headers = new WebhookHeaders(DELIVERY, String.valueOf(now.getEpochSecond()),
				"v1," + Base64.getEncoder().encodeToString(hmac(signed, body)));
		WebhookVerifier verifier = new WebhookVerifier(
				List.of(WebhookSecret.valueOf(Base64.getEncoder().encodeToString(KEY))), Clock.systemUTC());
		ClerkEventReader reader = new ClerkEventReader();
		JsonMapper mapper = ClerkJsonMapper.create();
		return List.of(Contender.of(FLOOR, OPERATIONS, (number) -> {
			hmac(signed, body);
			return mapper.readValue(json, User.class);
		}), Contender.of(Contender.CLERK, OPERATIONS, (number) -> {
			verifier.verify(headers, body);
			return reader.read(headers.id(), now, body);
		}));
	}

	private static byte[] hmac(String prefix, byte[] body) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
		mac.update(prefix.getBytes(StandardCharsets.UTF_8));
		return mac.doFinal(body);
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(2, FLOOR));
	}

}
