package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebhookControl}.
 */
class WebhookControlTests {

	private static final String SECRET = "whsec_b3duU2VjcmV0T2ZUaGlzRW5kcG9pbnQh";

	private static final Map<String, ?> DATA = Map.of("id", "user_x");

	private final WebhookReceiver receiver = WebhookReceiver.start();

	private final ControlTester control = ControlTester.start();

	@AfterEach
	void close() {
		this.control.close();
		this.receiver.close();
	}

	@Test
	void addsListsAndRemovesEndpoints() {
		JsonNode added = this.control.post("/webhooks/endpoints", Map.of("url", this.receiver.url(), "secret", SECRET,
				"types", List.of("user.created"), "timeout_ms", 2000));
		assertThat(added.get("secret").asString()).isEqualTo(SECRET);
		JsonNode list = this.control.get("/webhooks/endpoints");
		assertThat(list.get("total_count").asInt()).isOne();
		JsonNode endpoint = list.at("/data/0");
		assertThat(endpoint.propertyNames()).containsExactly("id", "url", "types", "timeout_ms");
		assertThat(endpoint.get("url").asString()).isEqualTo(this.receiver.url());
		assertThat(endpoint.at("/types/0").asString()).isEqualTo("user.created");
		assertThat(endpoint.get("timeout_ms").asInt()).isEqualTo(2000);
		String path = "/webhooks/endpoints/" + endpoint.get("id").asString();
		this.control.delete(path);
		assertThat(this.control.get("/webhooks/endpoints").get("total_count").asInt()).isZero();
		assertThat(this.control.fails(404, "DELETE", path, null).code()).isEqualTo("resource_not_found");
	}

	@Test
	void signsWithTheSecretThatItReports() {
		String secret = this.control.get("/instance").get("webhook_secret").asString();
		JsonNode added = this.control.post("/webhooks/endpoints", Map.of("url", this.receiver.url()));
		assertThat(added.get("secret").asString()).isEqualTo(secret);
		this.control.post("/webhooks/send", Map.of("type", "user.created", "data", DATA));
		await();
		assertThat(this.receiver.received()).singleElement().matches((received) -> received.isSignedWith(secret));
	}

	@Test
	void doesNotTellTheSecretThatItWasGiven() {
		try (ControlTester own = ControlTester.start(ClerkEmulatorOptions.defaults().webhookSecret(SECRET))) {
			assertThat(own.get("/instance").get("webhook_secret").isNull()).isTrue();
		}
	}

	@Test
	void sendsResendsAndReportsDeliveries() {
		this.receiver.answer(500);
		this.control.post("/webhooks/endpoints", Map.of("url", this.receiver.url()));
		String id = this.control.post("/webhooks/send", Map.of("type", "user.created", "data", DATA))
			.get("id")
			.asString();
		await();
		this.control.post("/webhooks/retry", null);
		await();
		this.control.post("/webhooks/resend", Map.of("id", id));
		this.control.post("/webhooks/send", Map.of("type", "user.created", "data", DATA, "flaw", "unsigned"));
		await();
		JsonNode list = this.control.get("/webhooks/deliveries?id=" + id);
		assertThat(list.get("total_count").asInt()).isEqualTo(2);
		assertThat(list.get("dropped").asInt()).isZero();
		JsonNode first = list.at("/data/0");
		assertThat(first.get("state").asString()).isEqualTo("delivered");
		assertThat(first.get("next_attempt").isNull()).isTrue();
		assertThat(first.at("/attempts/0/status").asInt()).isEqualTo(500);
		assertThat(first.at("/attempts/1/status").asInt()).isEqualTo(204);
		assertThat(first.get("body").asString()).isEqualTo(this.receiver.received().get(0).body());
		assertThat(this.receiver.received()).hasSize(4);
		assertThat(this.receiver.received().get(3).headers()).doesNotContainKey("svix-id");
		assertThat(this.control.get("/webhooks/deliveries?type=other").get("total_count").asInt()).isZero();
	}

	@Test
	void holdsAndReleases() {
		this.control.post("/webhooks/endpoints", Map.of("url", this.receiver.url()));
		this.control.post("/webhooks/hold", null);
		for (String type : List.of("first", "second", "third")) {
			this.control.post("/webhooks/send", Map.of("type", type, "data", DATA));
		}
		JsonNode waiting = this.control.post("/webhooks/hold", null).get("waiting");
		assertThat(waiting.size()).isEqualTo(3);
		this.control.post("/webhooks/release", Map.of("order", List.of(waiting.get(2).asString())));
		await();
		assertThat(this.receiver.types()).containsExactly("third", "first", "second");
		this.receiver.clear();
		this.control.post("/webhooks/hold", null);
		this.control.emulator().users().create("ada@example.com");
		this.control.post("/webhooks/send", Map.of("type", "last", "data", DATA));
		this.control.post("/webhooks/release", Map.of("reversed", true));
		await();
		assertThat(this.receiver.types()).containsExactly("last", "user.created");
	}

	@Test
	void namesWhatIsWrong() {
		assertThat(this.control.fails(422, "POST", "/webhooks/endpoints", Map.of("url", "localhost")).parameter())
			.isEqualTo("url");
		assertThat(this.control
			.fails(422, "POST", "/webhooks/endpoints", Map.of("url", this.receiver.url(), "secret", "secret"))
			.parameter()).isEqualTo("secret");
		assertThat(this.control.fails(400, "POST", "/webhooks/send", Map.of("type", "user.created", "data", DATA))
			.message()).contains("POST /webhooks/endpoints");
		assertThat(this.control.fails(404, "POST", "/webhooks/resend", Map.of("id", "msg_x")).message())
			.contains("msg_x");
		assertThat(this.control.fails(422, "POST", "/webhooks/release", Map.of("order", List.of("msg_x"))).parameter())
			.isEqualTo("order");
		assertThat(this.control
			.fails(422, "POST", "/webhooks/send", Map.of("type", "user.created", "data", DATA, "flaw", "strange"))
			.parameter()).isEqualTo("flaw");
	}

	@Test
	void hasRoomForFiftyEndpoints() {
		for (int i = 0; i < 50; i++) {
			this.control.post("/webhooks/endpoints", Map.of("url", this.receiver.url()));
		}
		assertThat(this.control.fails(400, "POST", "/webhooks/endpoints", Map.of("url", this.receiver.url())).code())
			.isEqualTo("too_many_endpoints");
	}

	private void await() {
		this.control.emulator().webhooks().awaitIdle(Duration.ofSeconds(60));
	}

}
