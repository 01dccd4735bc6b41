package io.github.clerkspring.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhook of a user, of whom there are a creation and an update.
 *
 * @param prefix the prefix of the ids
 * @param number the number of the webhook
 */
record UserWebhook(String prefix, int number) {

	private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	static final String SECRET = "whsec_" + KEY;

	private static final String BODY = """
			{"type":"%s","object":"event","timestamp":%d,"instance_id":"ins_1","data":{"id":"%s","object":"user",
			"username":null,"first_name":"Person","last_name":"Number %d","image_url":"https://img.clerk.com/person.png",
			"has_image":true,"primary_email_address_id":"idn_1","password_enabled":true,"two_factor_enabled":false,
			"email_addresses":[{"id":"idn_1","object":"email_address","email_address":"person%d@example.com",
			"reserved":false,"verification":{"status":"verified","strategy":"ticket","attempts":null,"expire_at":null},
			"linked_to":[],"created_at":1700000000000,"updated_at":1700000000000}],"phone_numbers":[],"web3_wallets":[],
			"passkeys":[],"external_accounts":[],"saml_accounts":[],"public_metadata":{"plan":"pro","seat":%d},
			"private_metadata":{"customer":"cus_%d"},"unsafe_metadata":{},"external_id":null,"last_sign_in_at":null,
			"banned":false,"locked":false,"lockout_expires_in_seconds":null,"verification_attempts_remaining":100,
			"created_at":1700000000000,"updated_at":%d,"delete_self_enabled":true,"create_organization_enabled":true,
			"last_active_at":1700000000000}}""";

	void send(HttpClient client, URI uri) throws IOException, InterruptedException {
		String id = "msg_" + this.prefix + this.number;
		String body = body();
		String timestamp = Long.toString(Clock.systemUTC().instant().getEpochSecond());
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.header("svix-id", id)
			.header("svix-timestamp", timestamp)
			.header("svix-signature", "v1," + sign(id + "." + timestamp + "." + body))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status != 204) {
			throw new IllegalStateException("The status is " + status);
		}
	}

	private String body() {
		int user = this.number / 2;
		boolean created = this.number % 2 == 0;
		return BODY.formatted((created) ? "user.created" : "user.updated", 1_700_000_000_000L + this.number,
				this.prefix + user, user, user, user, user, 1_700_000_000_000L + this.number);
	}

	private static String sign(String content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
