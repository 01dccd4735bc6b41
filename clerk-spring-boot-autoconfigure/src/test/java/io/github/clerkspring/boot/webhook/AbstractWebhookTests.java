package io.github.clerkspring.boot.webhook;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.PermissionEvent;
import io.github.clerkspring.webhook.event.RoleEvent;
import io.github.clerkspring.webhook.event.SmsEvent;
import io.github.clerkspring.webhook.event.UnknownEvent;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.event.UserEvent;
import io.github.clerkspring.webhook.event.WaitlistEntryEvent;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Receiving webhooks over HTTP, behind a security chain that denies all and protects from
 * CSRF.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractWebhookTests {

	private static WebhookServer shared;

	private WebhookServer server;

	abstract WebApplicationType type();

	abstract Class<?> application();

	abstract String contextPath(String path);

	@AfterEach
	void stop() {
		if (this.server != shared) {
			this.server.close();
		}
	}

	@AfterAll
	static void stopShared() {
		if (shared != null) {
			shared.close();
			shared = null;
		}
	}

	/**
	 * Start an application, or take the one that all tests without properties share.
	 * @param properties the properties
	 * @return what its listeners receive
	 */
	Received start(String... properties) {
		if (properties.length > 0) {
			this.server = WebhookServer.start(type(), application(), properties);
			return this.server.bean(Received.class);
		}
		if (shared == null) {
			shared = WebhookServer.start(type(), application(), "logging.level.io.github.clerkspring=TRACE",
					"logging.level.org.springframework.web=DEBUG");
		}
		this.server = shared;
		this.server.bean(Inbox.class).removeBefore(Instant.MAX, Integer.MAX_VALUE);
		return this.server.bean(Received.class).reset();
	}

	WebhookServer server() {
		return this.server;
	}

	@Test
	void handlesOnce() {
		Received received = start();
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_2", body)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1", "msg_2");
	}

	@Test
	void respondsWithoutDetail() {
		start();
		String body = WebhookServer.event("user.created", "user_1");
		HttpResponse<String> response = this.server.send(this.server.signed(WebhookServer.PATH, "msg_1", body)
			.POST(BodyPublishers.ofString(body + " "))
			.build());
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).isEmpty();
		assertThat(this.server.send(this.server.request(WebhookServer.PATH).POST(BodyPublishers.ofString(body)).build())
			.statusCode()).isEqualTo(400);
		assertThat(this.server.post("msg_1", "[]")).isEqualTo(400);
		assertThat(this.server.post("msg_1", "")).isEqualTo(400);
		assertThat(this.server.bean(Inbox.class).find("msg_1")).isNull();
	}

	@Test
	void acceptsOnlyPost() {
		start();
		for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "PATCH")) {
			HttpResponse<String> response = this.server
				.send(this.server.request(WebhookServer.PATH).method(method, BodyPublishers.noBody()).build());
			assertThat(response.statusCode()).as(method).isEqualTo(405);
			assertThat(response.headers().firstValue("Allow")).contains("POST");
		}
	}

	@Test
	void otherPathsBelongToTheApplication() {
		start();
		for (String path : List.of(WebhookServer.PATH + "/other", "/webhooks", "/Webhooks/clerk", "/")) {
			assertThat(this.server.post(path, "msg_1", WebhookServer.event("user.created", "user_1"))).as(path)
				.isIn(401, 403);
		}
	}

	@Test
	void limitsBodies() {
		Received received = start("clerk.webhook.max-body-size=1KB");
		String large = WebhookServer.event("user.created", "u".repeat(1024));
		assertThat(this.server.post("msg_1", large)).isEqualTo(413);
		assertThat(this.server
			.send(this.server.signed(WebhookServer.PATH, "msg_1", large)
				.POST(BodyPublishers
					.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
				.build())
			.statusCode()).isEqualTo(413);
		String small = WebhookServer.event("user.created", "user_1");
		String exact = small + " ".repeat(1024 - small.length());
		assertThat(this.server.post("msg_1", exact)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void failureOfListenerIsRepeated(CapturedOutput output) {
		Received received = start();
		received.behavior = (event) -> {
			throw new IllegalArgumentException("not today");
		};
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(500);
		assertThat(output).contains("A listener failed to handle webhook user.created msg_1").contains("not today");
		received.behavior = (event) -> {
		};
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void waitsForAsynchronousListeners() {
		Received received = start();
		assertThat(this.server.post("msg_1", WebhookServer.event("waitlistEntry.created", "w"))).isEqualTo(204);
		assertThat(this.server.post("msg_2", WebhookServer.event("sms.created", "s"))).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1", "msg_2");
		received.behavior = (event) -> {
			throw new IllegalArgumentException("not today");
		};
		assertThat(this.server.post("msg_3", WebhookServer.event("waitlistEntry.created", "w"))).isEqualTo(500);
		assertThat(this.server.post("msg_4", WebhookServer.event("sms.created", "s"))).isEqualTo(500);
		assertThat(this.server.bean(Inbox.class).find("msg_3")).isNull();
	}

	@Test
	void respondsWhileListenerTakesTooLong() {
		Received received = start("clerk.webhook.time-limit=300ms");
		received.behavior = (event) -> received.awaitRelease();
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(503);
		assertThat(this.server.post("msg_1", body)).isEqualTo(503);
		received.release.countDown();
		assertThat(received.next()).isEqualTo("msg_1");
		// The listener ends before the webhook is marked as handled
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.server.post("msg_1", body) == 204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void resultThatDoesNotArriveIsCancelled() {
		Received received = start("clerk.webhook.time-limit=300ms", "clerk.webhook.max-concurrency=1");
		CompletableFuture<Void> cancelled = never(received);
		String role = WebhookServer.event("role.created", "role_1");
		String permission = WebhookServer.event("permission.created", "perm_1");
		assertThat(this.server.post("msg_1", role)).isEqualTo(503);
		assertThat(cancelled).succeedsWithin(Duration.ofSeconds(60));
		CompletableFuture<Void> future = received.future;
		assertThat(this.server.post("msg_2", permission)).isEqualTo(503);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(future::isCancelled);
		received.reset();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.server.post("msg_1", role) == 204);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.server.post("msg_2", permission) == 204);
		assertThat(received.ids).containsExactly("msg_1", "msg_2");
	}

	@Test
	void workerCancelsResultThatDoesNotArrive() {
		Received received = start("clerk.webhook.mode=accept-then-process", "clerk.webhook.worker.concurrency=1",
				"clerk.webhook.worker.initial-backoff=10ms", "clerk.webhook.worker.poll-interval=10ms",
				"clerk.webhook.worker.max-attempts=2", "clerk.webhook.worker.time-limit=20ms");
		CompletableFuture<Void> cancelled = never(received);
		assertThat(this.server.post("msg_1", WebhookServer.event("role.created", "role_1"))).isEqualTo(204);
		assertThat(cancelled).succeedsWithin(Duration.ofSeconds(60));
		Inbox inbox = this.server.bean(Inbox.class);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !inbox.list(DeliveryState.DEAD, 1).isEmpty());
		assertThat(inbox.find("msg_1")).isNotNull()
			.satisfies((entry) -> assertThat(entry.attempts()).isEqualTo(2))
			.satisfies((entry) -> assertThat(entry.failure()).endsWith("ListenerTimeoutException"));
		assertThat(this.server.post("msg_2", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> received.ids.contains("msg_2"));
	}

	private static CompletableFuture<Void> never(Received received) {
		CompletableFuture<Void> cancelled = new CompletableFuture<>();
		received.mono = Mono.<Void>never().doOnCancel(() -> cancelled.complete(null));
		received.future = new CompletableFuture<>();
		return cancelled;
	}

	@Test
	void unknownTypesAreHandled() {
		Received received = start();
		assertThat(this.server.post("msg_1", WebhookServer.event("robot.created", "r_1"))).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void unreadableEventBecomesDeadLetter(CapturedOutput output) {
		Received received = start();
		String body = "{\"type\":\"user.created\",\"data\":{\"id\":\"user_1\",\"banned\":\"private\"}}";
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(received.ids).isEmpty();
		assertThat(this.server.bean(Inbox.class).list(DeliveryState.DEAD, 10)).hasSize(1);
		assertThat(output).contains("user.created msg_1 cannot be read: data.banned").doesNotContain("private");
		this.server.bean(Inbox.class).drop("msg_1");
	}

	@Test
	void eventWithTimeOutOfRangeBecomesDeadLetter(CapturedOutput output) {
		Received received = start();
		Inbox inbox = this.server.bean(Inbox.class);
		for (String time : List.of("9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e400", "1.5",
				"\"private\"", "\"+1000000000-12-31T23:59:59Z\"", "253402300800000")) {
			String id = "msg_" + time.hashCode();
			String data = "{\"id\":\"user_1\",\"updated_at\":" + time + "}";
			assertThat(this.server.post(id, "{\"type\":\"user.created\",\"data\":" + data + "}")).as(time)
				.isEqualTo(204);
			assertThat(inbox.list(DeliveryState.DEAD, 10)).as(time).hasSize(1);
			inbox.drop(id);
		}
		assertThat(received.ids).isEmpty();
		assertThat(output).contains("cannot be read: data.updated_at ").doesNotContain("private");
	}

	@Test
	void timeOfEventOutOfRangeIsReplaced() {
		Received received = start();
		List<String> times = List.of("9223372036854775807", "-9223372036854775808", "-62135596800000", "1e400", "0",
				"\"+1000000000-12-31T23:59:59Z\"", "null", "{}");
		for (String time : times) {
			String body = "{\"type\":\"user.created\",\"timestamp\":" + time + ",\"data\":{\"id\":\"user_1\"}}";
			assertThat(this.server.post("msg_" + time.hashCode(), body)).as(time).isEqualTo(204);
		}
		assertThat(received.ids).hasSameSizeAs(times);
	}

	@Test
	void listenerCanKeepEventAsDeadLetter(CapturedOutput output) {
		Received received = start();
		received.behavior = (event) -> {
			throw new UnreadableEventException(event.envelope(), "no tenant");
		};
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.bean(Inbox.class).list(DeliveryState.DEAD, 10)).hasSize(1);
		assertThat(output).contains("Event user.created msg_1 cannot be read: no tenant. It is kept as a dead letter");
		this.server.bean(Inbox.class).drop("msg_1");
	}

	@Test
	void workerKeepsUnreadableEventAsDeadLetterAtOnce() {
		Received received = start("clerk.webhook.mode=accept-then-process");
		received.behavior = (event) -> {
			throw new UnreadableEventException(event.envelope(), "no tenant");
		};
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		Inbox inbox = this.server.bean(Inbox.class);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !inbox.list(DeliveryState.DEAD, 1).isEmpty());
		assertThat(inbox.find("msg_1")).isNotNull()
			.satisfies((entry) -> assertThat(entry.attempts()).isOne())
			.satisfies((entry) -> assertThat(entry.failure()).endsWith("UnreadableEventException"));
	}

	@Test
	void eventWithoutIdBecomesDeadLetter(CapturedOutput output) {
		Received received = start();
		Inbox inbox = this.server.bean(Inbox.class);
		for (String data : List.of("{}", "{\"id\":null}", "[]", "\"private\"")) {
			String id = "msg_" + data.hashCode();
			assertThat(this.server.post(id, "{\"type\":\"user.updated\",\"data\":" + data + "}")).isEqualTo(204);
			assertThat(inbox.list(DeliveryState.DEAD, 10)).as(data).hasSize(1);
			inbox.drop(id);
		}
		assertThat(received.ids).isEmpty();
		assertThat(output).contains("cannot be read: data.id is missing or invalid").doesNotContain("private");
	}

	@Test
	void refusesEventsOfOtherInstances() {
		Received received = start("clerk.webhook.instance-id=ins_2");
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(400);
		assertThat(received.ids).isEmpty();
	}

	@Test
	void receivesBehindContextPath() {
		Received received = start(contextPath("/shop"), "clerk.webhook.path=/hooks/clerk-events");
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("/shop/hooks/clerk-events", "msg_1", body)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void receivesWithLazyInitialization() {
		Received received = start("spring.main.lazy-initialization=true");
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void finishesWebhooksBeforeTheApplicationEnds() {
		Received received = start("spring.main.register-shutdown-hook=false");
		CompletableFuture<Void> called = new CompletableFuture<>();
		received.behavior = (event) -> {
			called.complete(null);
			received.awaitRelease();
		};
		CompletableFuture<Integer> status = CompletableFuture
			.supplyAsync(() -> this.server.post("msg_1", WebhookServer.event("user.created", "user_1")));
		called.join();
		CompletableFuture<Void> end = CompletableFuture.runAsync(this.server::close);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.server.context().isClosed());
		received.release.countDown();
		assertThat(status.join()).isEqualTo(204);
		end.join();
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Test
	void acceptsThenProcesses() {
		Received received = start("clerk.webhook.mode=accept-then-process");
		received.behavior = (event) -> received.awaitRelease();
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		received.release.countDown();
		assertThat(received.next()).isEqualTo("msg_1");
		assertThat(received.arrivals).isEmpty();
	}

	@Test
	void workerTriesAgainAndKeepsDeadLetters() {
		Received received = start("clerk.webhook.mode=accept-then-process", "clerk.webhook.worker.initial-backoff=10ms",
				"clerk.webhook.worker.poll-interval=10ms", "clerk.webhook.worker.max-attempts=3");
		CompletableFuture<Void> third = new CompletableFuture<>();
		received.behavior = (event) -> {
			if (received.threads.size() == 3) {
				third.complete(null);
			}
			throw new IllegalArgumentException("not today");
		};
		this.server.post("msg_1", WebhookServer.event("user.created", "user_1"));
		third.join();
		Inbox inbox = this.server.bean(Inbox.class);
		while (inbox.list(DeliveryState.DEAD, 1).isEmpty()) {
			Thread.onSpinWait();
		}
		assertThat(inbox.find("msg_1")).isNotNull()
			.satisfies((entry) -> assertThat(entry.attempts()).isEqualTo(3))
			.satisfies((entry) -> assertThat(entry.failure()).isEqualTo("java.lang.IllegalArgumentException"));
	}

	@Test
	void secretsStayOutOfLogs(CapturedOutput output) {
		start();
		this.server.post("msg_1", WebhookServer.event("user.created", "user_1"));
		assertThat(output).doesNotContain("MfKQ9r8G");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Listeners.class)
	static class Application {

		@Bean
		Received received() {
			return new Received();
		}

	}

	static class Listeners {

		private final Received received;

		Listeners(Received received) {
			this.received = received;
		}

		@EventListener
		void on(UserEvent.Created event) {
			this.received.accept(event);
		}

		@EventListener
		void on(UnknownEvent event) {
			this.received.accept(event);
		}

		@EventListener
		Mono<Void> on(WaitlistEntryEvent event) {
			return Mono.<Void>fromRunnable(() -> this.received.accept(event)).subscribeOn(Schedulers.parallel());
		}

		@EventListener
		Mono<Void> on(RoleEvent event) {
			return this.received.mono.doOnSuccess((nothing) -> this.received.accept(event));
		}

		@EventListener
		CompletableFuture<Void> on(PermissionEvent event) {
			CompletableFuture<Void> future = this.received.future;
			if (future.isDone()) {
				this.received.accept(event);
			}
			return future;
		}

		@EventListener(SmsEvent.class)
		CompletableFuture<Void> onSms(ClerkEvent event) {
			return CompletableFuture.runAsync(() -> this.received.accept(event));
		}

	}

}
