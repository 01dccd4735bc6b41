package io.github.clerkspring.webhook.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The contract of {@link Inbox}.
 */
@Timeout(60)
abstract class AbstractInboxTests {

	static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

	static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	static final RetrySchedule SCHEDULE = new RetrySchedule(2, Duration.ofSeconds(5), Duration.ofHours(1));

	private Inbox inbox;

	abstract Inbox create();

	@BeforeEach
	void createInbox() {
		this.inbox = create();
	}

	@Test
	void handlesOnce() {
		AtomicInteger calls = new AtomicInteger();
		assertThat(this.inbox.handle(delivery("msg_1"), calls::incrementAndGet)).isTrue();
		assertThat(this.inbox.handle(delivery("msg_1"), calls::incrementAndGet)).isFalse();
		assertThat(this.inbox.handle(delivery("MSG_1"), calls::incrementAndGet)).isTrue();
		assertThat(calls).hasValue(2);
		assertThat(this.inbox.find("msg_1")).isNotNull()
			.satisfies((entry) -> assertThat(entry.state()).isEqualTo(DeliveryState.HANDLED))
			.satisfies((entry) -> assertThat(entry.handledAt()).isEqualTo(NOW))
			.satisfies((entry) -> assertThat(entry.eventTime()).isEqualTo(NOW.minusSeconds(1)));
		assertThat(this.inbox.find("msg_2")).isNull();
	}

	@Test
	void failureOfHandlerLeavesNothing() {
		IllegalArgumentException failure = new IllegalArgumentException("no");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.inbox.handle(delivery("msg_1"), () -> {
				throw failure;
			}))
			.isSameAs(failure);
		assertThat(this.inbox.find("msg_1")).isNull();
		assertThat(this.inbox.handle(delivery("msg_1"), () -> {
		})).isTrue();
	}

	@Test
	void repetitionWaitsForTheFirst() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		AtomicInteger calls = new AtomicInteger();
		List<Future<Boolean>> results = concurrently(() -> this.inbox.handle(delivery("msg_1"), () -> {
			begun.countDown();
			await(go);
			calls.incrementAndGet();
		}), () -> {
			await(begun);
			go.countDown();
			return this.inbox.handle(delivery("msg_1"), calls::incrementAndGet);
		});
		assertThat(results.get(0).get()).isTrue();
		assertThat(results.get(1).get()).isFalse();
		assertThat(calls).hasValue(1);
	}

	@Test
	void repetitionHandlesWhatTheFirstCouldNot() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		AtomicInteger calls = new AtomicInteger();
		List<Future<Boolean>> results = concurrently(() -> this.inbox.handle(delivery("msg_1"), () -> {
			begun.countDown();
			await(go);
			throw new IllegalArgumentException("no");
		}), () -> {
			await(begun);
			go.countDown();
			return this.inbox.handle(delivery("msg_1"), calls::incrementAndGet);
		});
		assertThat(results.get(1).get()).isTrue();
		assertThat(calls).hasValue(1);
	}

	@Test
	void acceptedIsHandledLater() {
		assertThat(this.inbox.accept(delivery("msg_1"))).isTrue();
		assertThat(this.inbox.accept(delivery("msg_1"))).isFalse();
		assertThat(this.inbox.handle(delivery("msg_1"), () -> {
		})).isFalse();
		assertThat(this.inbox.claim(NOW.minusMillis(1), SCHEDULE)).isNull();
		DeliveryEntry claimed = this.inbox.claim(NOW, SCHEDULE);
		assertThat(claimed).isNotNull();
		assertThat(claimed.attempts()).isEqualTo(1);
		assertThat(claimed.nextAttemptAt()).isEqualTo(NOW.plusSeconds(5));
		assertThat(this.inbox.claim(NOW, SCHEDULE)).isNull();
		List<Delivery> handled = new ArrayList<>();
		assertThat(this.inbox.process("msg_1", NOW, handled::add)).isTrue();
		assertThat(this.inbox.process("msg_1", NOW, handled::add)).isFalse();
		assertThat(handled).hasSize(1);
		assertThat(new String(handled.get(0).body(), StandardCharsets.UTF_8)).isEqualTo("{\"n\":\"Zoë\"}");
		assertThat(handled.get(0).eventTime()).isEqualTo(NOW.minusSeconds(1));
		assertThat(this.inbox.size()).isEqualTo(new InboxSize(0, 1, 0, 0));
	}

	@Test
	void becomesDeadLetterAfterTheLastAttempt() {
		this.inbox.accept(delivery("msg_1"));
		this.inbox.claim(NOW, SCHEDULE);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.inbox.process("msg_1", NOW, (delivery) -> {
				throw new IllegalArgumentException("no");
			}));
		this.inbox.fail("msg_1", "java.lang.IllegalArgumentException", false);
		assertThat(this.inbox.claim(NOW.plusSeconds(4), SCHEDULE)).isNull();
		DeliveryEntry second = this.inbox.claim(NOW.plusSeconds(5), SCHEDULE);
		assertThat(second).isNotNull();
		assertThat(second.attempts()).isEqualTo(2);
		assertThat(second.failure()).isEqualTo("java.lang.IllegalArgumentException");
		assertThat(second.nextAttemptAt()).isEqualTo(NOW.plusSeconds(15));
		this.inbox.fail("msg_1", "java.lang.IllegalArgumentException", true);
		assertThat(this.inbox.list(DeliveryState.DEAD, 10)).extracting(DeliveryEntry::id).containsExactly("msg_1");
		assertThat(this.inbox.handle(delivery("msg_1"), () -> {
		})).isFalse();
	}

	@Test
	void attemptsOfProcessesThatEndedCount() {
		this.inbox.accept(delivery("msg_1"));
		this.inbox.accept(delivery("msg_2"));
		this.inbox.claim(NOW, SCHEDULE);
		this.inbox.claim(NOW, SCHEDULE);
		assertThat(this.inbox.claim(NOW.plusSeconds(10), SCHEDULE)).isNotNull();
		assertThat(this.inbox.claim(NOW.plusSeconds(10), SCHEDULE)).isNotNull();
		assertThat(this.inbox.claim(NOW.plusSeconds(100), SCHEDULE)).isNull();
		assertThat(this.inbox.size()).isEqualTo(new InboxSize(0, 0, 2, 0));
	}

	@Test
	void replaysDeadLetters() {
		assertThat(this.inbox.bury(delivery("msg_1"), "unreadable")).isTrue();
		assertThat(this.inbox.bury(delivery("msg_1"), "unreadable")).isFalse();
		assertThat(this.inbox.claim(NOW, SCHEDULE)).isNull();
		assertThat(this.inbox.replay("msg_1", NOW)).isTrue();
		assertThat(this.inbox.replay("msg_1", NOW)).isFalse();
		assertThat(this.inbox.replay("msg_2", NOW)).isFalse();
		assertThat(this.inbox.claim(NOW, SCHEDULE)).isNotNull();
		assertThat(this.inbox.process("msg_1", NOW, (delivery) -> assertThat(delivery.body()).isNotEmpty())).isTrue();
	}

	@Test
	void droppedIsRemembered() {
		this.inbox.bury(delivery("msg_1"), "unreadable");
		assertThat(this.inbox.drop("msg_1")).isTrue();
		assertThat(this.inbox.drop("msg_1")).isFalse();
		assertThat(this.inbox.replay("msg_1", NOW)).isFalse();
		assertThat(this.inbox.accept(delivery("msg_1"))).isFalse();
		assertThat(this.inbox.size()).isEqualTo(new InboxSize(0, 0, 0, 1));
	}

	@Test
	void oneProcessHandlesWhatIsClaimedTwice() throws Exception {
		this.inbox.accept(delivery("msg_1"));
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		List<Future<Boolean>> results = concurrently(() -> this.inbox.process("msg_1", NOW, (delivery) -> {
			begun.countDown();
			await(go);
		}), () -> {
			await(begun);
			try {
				assertThat(this.inbox.accept(delivery("msg_1"))).isFalse();
				assertThat(this.inbox.claim(NOW.plusSeconds(100), SCHEDULE)).isNull();
				return this.inbox.process("msg_1", NOW, (delivery) -> {
				});
			}
			finally {
				go.countDown();
			}
		});
		assertThat(results.get(1).get()).isFalse();
		assertThat(results.get(0).get()).isTrue();
	}

	@Test
	void listsLatestFirst() {
		this.inbox.accept(delivery("msg_1", NOW));
		this.inbox.accept(delivery("msg_2", NOW.plusSeconds(1)));
		this.inbox.bury(delivery("msg_3", NOW.plusSeconds(2)), "unreadable");
		assertThat(this.inbox.list(null, 2)).extracting(DeliveryEntry::id).containsExactly("msg_3", "msg_2");
		assertThat(this.inbox.list(DeliveryState.PENDING, 10)).extracting(DeliveryEntry::id)
			.containsExactly("msg_2", "msg_1");
	}

	@Test
	void removesOnlyWhatIsDone() {
		this.inbox.handle(delivery("msg_1", NOW), () -> {
		});
		this.inbox.handle(delivery("msg_2", NOW), () -> {
		});
		this.inbox.handle(delivery("msg_3", NOW.plusSeconds(10)), () -> {
		});
		this.inbox.accept(delivery("msg_4", NOW));
		this.inbox.bury(delivery("msg_5", NOW), "unreadable");
		assertThat(this.inbox.removeBefore(NOW.plusSeconds(1), 1)).isEqualTo(1);
		assertThat(this.inbox.removeBefore(NOW.plusSeconds(1), 10)).isEqualTo(1);
		assertThat(this.inbox.removeBefore(NOW.plusSeconds(1), 10)).isZero();
		assertThat(this.inbox.size()).isEqualTo(new InboxSize(1, 1, 1, 0));
	}

	static Delivery delivery(String id) {
		return delivery(id, NOW);
	}

	static Delivery delivery(String id, Instant receivedAt) {
		return new Delivery(id, "user.created", NOW.minusSeconds(1), receivedAt,
				"{\"n\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));
	}

	@SafeVarargs
	static List<Future<Boolean>> concurrently(Callable<Boolean>... calls) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(calls.length);
		try {
			return threads.invokeAll(List.of(calls), 30, TimeUnit.SECONDS);
		}
		finally {
			threads.shutdownNow();
		}
	}

	static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
