package io.github.clerkspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.event.EventTypes;
import io.github.clerkspring.webhook.event.MalformedEventException;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.signature.InvalidWebhookException;
import io.github.clerkspring.webhook.signature.WebhookHeaders;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever headers and body a request has, the result is an event or one of three
 * exceptions. An ordinary build runs the seeds; {@code .ci/fuzz} looks for new input.
 */
class WebhookFuzzTests {

	private static final Instant NOW = Instant.ofEpochSecond(1793534400);

	private static final WebhookVerifier VERIFIER = new WebhookVerifier(
			List.of(WebhookSecret.valueOf(SignedRequest.SECRET)), Clock.fixed(NOW, ZoneOffset.UTC));

	private static final ClerkEventReader READER = new ClerkEventReader();

	static Stream<Arguments> webhookBodies() {
		return Stream
			.concat(EventTypes.known()
				.stream()
				.map((type) -> "{\"type\":\"" + type
						+ "\",\"timestamp\":1716883200,\"instance_id\":\"ins_1\",\"data\":{\"id\":\"a\",\"user\":{}}}"),
					Stream.of("{\"type\":\"other\",\"data\":{\"a\":[1,{}]}}", "[]", "{\"type\":\"user.created\"}"))
			.map((body) -> Arguments.of((Object) body.getBytes(StandardCharsets.UTF_8)));
	}

	@MethodSource("webhookBodies")
	@FuzzTest
	void webhookBody(byte[] data) {
		try {
			ClerkEvent event = READER.read("msg_1", NOW, data);
			assertThat(event.type()).isNotBlank();
			assertThat(event.time()).isNotNull();
			assertThat(event.data()).isNotNull();
		}
		catch (MalformedEventException | UnreadableEventException ex) {
			assertThat(ex).hasNoCause();
		}
	}

	@FuzzTest
	void webhookHeaders(FuzzedDataProvider data) {
		String family = data.pickValue(List.of("svix-", "webhook-"));
		Map<String, List<String>> headers = Map.of(family + "id", values(data), family + "timestamp", values(data),
				family + "signature", values(data));
		byte[] body = data.consumeRemainingAsBytes();
		try {
			VERIFIER.verify(WebhookHeaders.from(headers::get), body);
			throw new AssertionError("A signature was guessed");
		}
		catch (InvalidWebhookException ex) {
			assertThat(ex.rejection()).isNotNull();
		}
	}

	private static List<String> values(FuzzedDataProvider data) {
		return data.consumeBoolean() ? List.of(data.consumeString(40))
				: List.of(data.pickValue(List.of("v1,", Long.toString(NOW.getEpochSecond()))));
	}

}
