package io.github.clerkspring.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.webhooks.WebhookAttempt;
import io.github.clerkspring.emulator.webhooks.WebhookDelivery;
import io.github.clerkspring.emulator.webhooks.WebhookDelivery.State;
import io.github.clerkspring.emulator.webhooks.WebhookEndpoint;
import io.github.clerkspring.emulator.webhooks.WebhookFlaw;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link EmulatedWebhooks}, with a receiver on loopback.
 */
class EmulatedWebhooksTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

	private static final String OWN_SECRET = "whsec_b3duU2VjcmV0T2ZUaGlzRW5kcG9pbnQh";

	private static final Map<String, Object> DATA = Map.of("id", "user_x", "object", "user");

	private final WebhookReceiver receiver = WebhookReceiver.start();

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final EmulatedWebhooks webhooks = this.clerk.webhooks();

	@BeforeEach
	void stopTheClock() {
		this.clerk.clock().set(NOON);
	}

	@AfterEach
	void close() {
		this.clerk.close();
		this.receiver.close();
	}

	@Test
	void postsWhatHappens() {
		this.webhooks.endpoint(this.receiver.url());
		String userId = this.clerk.users().create("ada@example.com");
		Received received = single();
		assertThat(received.method()).isEqualTo("POST");
		assertThat(received.path()).isEqualTo("/webhooks/clerk");
		assertThat(received.header("content-type")).isEqualTo("application/json");
		assertThat(received.header("user-agent")).startsWith("Svix-Webhooks/");
		assertThat(received.id()).matches("msg_\\w{27}");
		assertThat(received.timestamp()).isEqualTo(NOON.getEpochSecond());
		assertThat(received.isSignedWith(this.webhooks.secret())).isTrue();
		assertThat(received.isSignedWith(OWN_SECRET)).isFalse();
		JsonNode event = received.event();
		assertThat(event.propertyNames()).containsExactly("data", "event_attributes", "instance_id", "object",
				"timestamp", "type");
		assertThat(event.get("object").asString()).isEqualTo("event");
		assertThat(event.get("type").asString()).isEqualTo("user.created");
		assertThat(event.get("timestamp").asLong()).isEqualTo(NOON.toEpochMilli());
		assertThat(event.get("instance_id").asString()).startsWith("ins_");
		assertThat(event.at("/data/id").asString()).isEqualTo(userId);
		assertThat(event.at("/data/email_addresses/0/email_address").asString()).isEqualTo("ada@example.com");
	}

	@Test
	void saysWhichRequestCausedIt() {
		try (ApiTester tester = ApiTester.start()) {
			tester.emulator().webhooks().endpoint(this.receiver.url());
			tester.send(tester.request("/users").header("User-Agent", "ada/1"), "POST",
					"{\"email_address\":[\"ada@example.com\"],\"skip_user_requirement\":true}");
			tester.emulator().users().create("bob@example.com");
			tester.emulator().webhooks().awaitIdle(LIMIT);
		}
		assertThat(this.receiver.received())
			.extracting((received) -> received.event().at("/event_attributes/http_request"))
			.extracting((cause) -> cause.get("client_ip").asString() + " " + cause.get("user_agent").asString())
			.containsExactly("127.0.0.1 ada/1", "127.0.0.1 clerk-emulator");
	}

	@Test
	void keepsTheOrderAndPostsOneAtATime() {
		this.webhooks.endpoint(this.receiver.url());
		this.receiver.stall();
		for (int i = 0; i < 20; i++) {
			this.webhooks.send("test." + i, DATA);
		}
		awaitFirst();
		assertThat(this.webhooks.waiting()).hasSize(19);
		this.receiver.proceed();
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.types()).hasSize(20).isSortedAccordingTo((one, other) -> number(one) - number(other));
	}

	@Test
	void deliversOnWhenAnApplicationDisposesOfTheSharedEventLoops() {
		this.webhooks.endpoint(this.receiver.url());
		this.receiver.stall();
		this.webhooks.send("test.before", DATA);
		awaitFirst();
		HttpResources.disposeLoopsAndConnectionsLater(Duration.ZERO, Duration.ofSeconds(5)).block(LIMIT);
		this.receiver.proceed();
		this.webhooks.send("test.after", DATA);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.webhooks.deliveries()).extracting(WebhookDelivery::state)
			.containsExactly(State.DELIVERED, State.DELIVERED);
	}

	@Test
	void signsForEachEndpointWithItsSecret() {
		try (WebhookReceiver other = WebhookReceiver.start()) {
			this.webhooks.endpoint(this.receiver.url());
			this.webhooks.endpoint(other.url(), (endpoint) -> endpoint.secret(OWN_SECRET).types("user.deleted"));
			String userId = this.clerk.users().create("ada@example.com");
			this.clerk.users().delete(userId);
			this.webhooks.awaitIdle(LIMIT);
			assertThat(this.receiver.types()).containsExactly("user.created", "user.deleted");
			assertThat(other.types()).containsExactly("user.deleted");
			Received deleted = other.received().get(0);
			assertThat(deleted.isSignedWith(OWN_SECRET)).isTrue();
			assertThat(deleted.id()).isEqualTo(this.receiver.received().get(1).id());
		}
	}

	@Test
	void triesAgainAsSvixDoes() {
		this.receiver.answer(500, 400, 302, 404, 503, 500, 500);
		this.webhooks.endpoint(this.receiver.url());
		this.clerk.users().create("ada@example.com");
		this.webhooks.awaitIdle(LIMIT);
		List<Duration> delays = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
				Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(10));
		for (int i = 0; i < delays.size(); i++) {
			pass(delays.get(i).minusSeconds(1));
			assertThat(this.receiver.received()).hasSize(i + 1);
			pass(Duration.ofSeconds(1));
			assertThat(this.receiver.received()).hasSize(i + 2);
		}
		assertThat(this.receiver.received()).extracting(Received::id)
			.containsOnly(this.receiver.received().get(0).id());
		assertThat(this.receiver.received()).extracting(Received::timestamp).doesNotHaveDuplicates().isSorted();
		assertThat(this.receiver.received()).allMatch((received) -> received.isSignedWith(this.webhooks.secret()));
		WebhookDelivery delivery = this.webhooks.deliveries().get(0);
		assertThat(delivery.state()).isEqualTo(State.DELIVERED);
		assertThat(delivery.attempts()).extracting(WebhookAttempt::status)
			.containsExactly(500, 400, 302, 404, 503, 500, 500, 204);
	}

	@Test
	void givesUpAfterTheEighthAttempt() {
		this.receiver.answer(500, 500, 500, 500, 500, 500, 500, 500);
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.send("user.created", DATA);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(delivery().nextAttempt()).isEqualTo(NOON.plusSeconds(5));
		for (int i = 0; i < 9; i++) {
			this.webhooks.retryNow();
			this.webhooks.awaitIdle(LIMIT);
		}
		assertThat(delivery().state()).isEqualTo(State.FAILED);
		assertThat(delivery().nextAttempt()).isNull();
		assertThat(delivery().attempts()).hasSize(8);
		assertThat(this.receiver.received()).hasSize(8);
	}

	@Test
	void failureLetsTheNextPass() {
		this.receiver.answer(500);
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.send("first", DATA);
		this.webhooks.send("second", DATA);
		this.webhooks.awaitIdle(LIMIT);
		pass(Duration.ofSeconds(5));
		assertThat(this.receiver.types()).containsExactly("first", "second", "first");
	}

	@Test
	void countsNoAnswerAndNoReceiverAsFailures() {
		this.receiver.stall();
		this.webhooks.endpoint(this.receiver.url(), (endpoint) -> endpoint.timeout(Duration.ofMillis(50)));
		this.webhooks.endpoint("http://127.0.0.1:1/");
		this.webhooks.send("user.created", DATA);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.webhooks.deliveries()).allMatch((delivery) -> delivery.state() == State.RETRYING);
		assertThat(this.webhooks.deliveries()).flatExtracting(WebhookDelivery::attempts)
			.extracting(WebhookAttempt::status)
			.containsExactly(0, 0);
		assertThat(this.webhooks.deliveries()).flatExtracting(WebhookDelivery::attempts)
			.extracting(WebhookAttempt::failure)
			.satisfiesExactly((failure) -> assertThat(failure).isEqualTo("no answer within PT0.05S"),
					(failure) -> assertThat(failure).contains("refused"));
	}

	@Test
	void duplicatesKeepTheirId() {
		this.webhooks.endpoint(this.receiver.url());
		String id = this.webhooks.send("user.created", DATA);
		this.webhooks.resend(id);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.received()).extracting(Received::id).containsExactly(id, id);
		assertThat(this.receiver.received()).extracting(Received::body)
			.containsOnly(this.receiver.received().get(0).body());
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.resend("msg_unknown"))
			.withMessageContaining("msg_unknown");
	}

	@Test
	void reorders() {
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.hold();
		this.webhooks.send("first", DATA);
		String second = this.webhooks.send("second", DATA);
		this.webhooks.send("third", DATA);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.received()).isEmpty();
		assertThat(this.webhooks.waiting()).hasSize(3);
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.release(List.of("msg_unknown")));
		this.webhooks.release(List.of(second));
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.types()).containsExactly("second", "first", "third");
	}

	@Test
	void reverses() {
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.hold();
		String userId = this.clerk.users().create("ada@example.com");
		this.clerk.users().delete(userId);
		this.webhooks.releaseReversed();
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.types()).containsExactly("user.deleted", "user.created");
		this.webhooks.send("afterwards", DATA);
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.types()).endsWith("afterwards");
	}

	@ParameterizedTest
	@EnumSource(WebhookFlaw.class)
	void sendsWrongOnesOnce(WebhookFlaw flaw) {
		this.receiver.answer(400);
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.send("user.created", DATA, flaw);
		this.webhooks.awaitIdle(LIMIT);
		Received received = single();
		boolean signed = received.isSignedWith(this.webhooks.secret());
		switch (flaw) {
			case WRONG_SIGNATURE, CHANGED_BODY -> assertThat(signed).isFalse();
			case UNSIGNED ->
				assertThat(received.headers()).doesNotContainKeys("svix-id", "svix-timestamp", "svix-signature");
			case OLD_TIMESTAMP -> {
				assertThat(signed).isTrue();
				assertThat(received.timestamp()).isEqualTo(NOON.getEpochSecond() - 600);
			}
			case FUTURE_TIMESTAMP -> {
				assertThat(signed).isTrue();
				assertThat(received.timestamp()).isEqualTo(NOON.getEpochSecond() + 600);
			}
		}
		assertThat(received.type()).isEqualTo("user.created");
		assertThat(delivery().state()).isEqualTo(State.FAILED);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void dropsVisiblyWhatFindsTheQueueFull(CapturedOutput output) {
		this.webhooks.endpoint(this.receiver.url(), (endpoint) -> endpoint.types("kept", "dropped"));
		this.webhooks.hold();
		for (int i = 0; i < 10_000; i++) {
			this.webhooks.send("kept", DATA);
		}
		assertThat(this.webhooks.dropped()).isZero();
		this.webhooks.send("dropped", DATA);
		assertThat(this.webhooks.dropped()).isEqualTo(1);
		assertThat(output).contains("WARN").containsOnlyOnce("10000 webhooks wait for an endpoint");
		assertThat(this.webhooks.waiting()).hasSize(10_000);
		assertThat(this.webhooks.deliveries()).hasSize(1000).last().satisfies((delivery) -> {
			assertThat(delivery.type()).isEqualTo("dropped");
			assertThat(delivery.state()).isEqualTo(State.DROPPED);
		});
	}

	@Test
	void resetForgetsAllButTheEndpointsItWasStartedWith() {
		ClerkEmulatorOptions options = ClerkEmulatorOptions.defaults()
			.webhook(this.receiver.url())
			.webhookSecret(OWN_SECRET);
		try (ClerkEmulator other = ClerkEmulator.start(options)) {
			other.webhooks().endpoint(this.receiver.url());
			other.webhooks().hold();
			other.users().create("ada@example.com");
			other.reset();
			assertThat(other.webhooks().deliveries()).isEmpty();
			assertThat(other.webhooks().endpoints()).singleElement()
				.extracting(WebhookEndpoint::secret)
				.isEqualTo(OWN_SECRET);
			other.users().create("bob@example.com");
			other.webhooks().awaitIdle(LIMIT);
		}
		assertThat(single().isSignedWith(OWN_SECRET)).isTrue();
		assertThat(single().event().at("/data/email_addresses/0/email_address").asString())
			.isEqualTo("bob@example.com");
	}

	@Test
	void tellsWhatTheSeedFileMakesAndMakesAgain(@TempDir Path directory) throws IOException {
		Path seed = Files.writeString(directory.resolve("seed.yaml"),
				"users:\n- {id: user_ada, email_address: ada@example.com}\n");
		try (ClerkEmulator seeded = ClerkEmulator
			.start(ClerkEmulatorOptions.defaults().webhook(this.receiver.url()).seed(seed))) {
			seeded.webhooks().awaitIdle(LIMIT);
			seeded.reset();
			seeded.webhooks().awaitIdle(LIMIT);
		}
		assertThat(this.receiver.types()).containsExactly("user.created", "user.created");
	}

	@Test
	void removesEndpoints() {
		WebhookEndpoint endpoint = this.webhooks.endpoint(this.receiver.url());
		this.webhooks.hold();
		this.webhooks.send("user.created", DATA);
		this.webhooks.remove(endpoint.id());
		this.webhooks.release();
		assertThat(delivery().state()).isEqualTo(State.DROPPED);
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.remove(endpoint.id()));
		assertThatIllegalStateException().isThrownBy(() -> this.webhooks.send("user.created", DATA))
			.withMessageContaining("endpoint(url)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:8080", "ftp://localhost/", "http:///path", "http://ada:secret@localhost/",
			"http://localhost/#part", "http://local host/" })
	void refusesOtherAddresses(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.endpoint(url))
			.withMessageContaining("http://localhost:8080/webhooks/clerk")
			.withMessageNotContaining("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkEmulatorOptions.defaults().webhook(url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whsec_", "whsec_?", "c2VjcmV0", "sk_test_x" })
	void refusesOtherSecrets(String secret) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.webhooks.endpoint(this.receiver.url(), (endpoint) -> endpoint.secret(secret)))
			.withMessageContaining("whsec_ and the base64");
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkEmulatorOptions.defaults().webhookSecret(secret));
	}

	@Test
	void hidesSecrets() {
		WebhookEndpoint endpoint = this.webhooks.endpoint(this.receiver.url() + "?token=hidden",
				(seed) -> seed.secret(OWN_SECRET));
		assertThat(endpoint.toString()).contains("/webhooks/clerk").doesNotContain(OWN_SECRET, "hidden");
	}

	@Test
	void waitingIsRefusedWhereThreadsMustNotBlock() {
		this.receiver.stall();
		this.webhooks.endpoint(this.receiver.url());
		this.webhooks.send("user.created", DATA);
		StepVerifier.create(Mono.fromRunnable(() -> this.webhooks.awaitIdle(LIMIT)).subscribeOn(Schedulers.parallel()))
			.expectError(IllegalStateException.class)
			.verify(LIMIT);
	}

	@Test
	void tellsWhatTimeBrings() {
		this.clerk.billing().plan("pro", (plan) -> plan.monthly(2000).trialDays(14));
		String userId = this.clerk.users().create("ada@example.com");
		this.clerk.billing().card(userId);
		this.clerk.billing().startTrial(userId, "pro");
		this.webhooks.endpoint(this.receiver.url());
		pass(Duration.ofDays(12));
		assertThat(this.receiver.types()).containsExactly("subscriptionItem.freeTrialEnding");
	}

	private void pass(Duration duration) {
		this.clerk.clock().advance(duration);
		this.webhooks.awaitIdle(LIMIT);
	}

	private void awaitFirst() {
		StepVerifier.create(
				Mono.fromSupplier(() -> this.receiver.received().size()).repeat().skipUntil((size) -> size > 0).next())
			.expectNext(1)
			.expectComplete()
			.verify(LIMIT);
	}

	private Received single() {
		this.webhooks.awaitIdle(LIMIT);
		assertThat(this.receiver.received()).hasSize(1);
		return this.receiver.received().get(0);
	}

	private WebhookDelivery delivery() {
		assertThat(this.webhooks.deliveries()).hasSize(1);
		return this.webhooks.deliveries().get(0);
	}

	private static int number(String type) {
		return Integer.parseInt(type.substring("test.".length()));
	}

}
