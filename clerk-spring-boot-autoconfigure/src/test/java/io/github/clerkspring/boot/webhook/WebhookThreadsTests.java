package io.github.clerkspring.boot.webhook;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class WebhookThreadsTests {

	private final CountDownLatch started = new CountDownLatch(2);

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicInteger running = new AtomicInteger();

	@Test
	void concurrencyOfThreadsIsLimited() throws Exception {
		assertConcurrency(new WebhookThreads(2, new ThreadPoolTaskExecutorBuilder(), new MockEnvironment()));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void concurrencyOfVirtualThreadsIsLimited() throws Exception {
		assertConcurrency(new WebhookThreads(2, new ThreadPoolTaskExecutorBuilder(),
				new MockEnvironment().withProperty("spring.threads.virtual.enabled", "true")));
	}

	private void assertConcurrency(WebhookThreads threads) throws Exception {
		try {
			List<Future<Integer>> results = Stream.generate(() -> threads.executor().submit(this::run))
				.limit(20)
				.toList();
			assertThat(this.started.await(30, TimeUnit.SECONDS)).isTrue();
			this.release.countDown();
			for (Future<Integer> result : results) {
				assertThat(result.get(30, TimeUnit.SECONDS)).isBetween(1, 2);
			}
		}
		finally {
			threads.destroy();
		}
	}

	// Return how many tasks are running
	private int run() throws InterruptedException {
		int concurrency = this.running.incrementAndGet();
		this.started.countDown();
		assertThat(this.release.await(30, TimeUnit.SECONDS)).isTrue();
		this.running.decrementAndGet();
		return concurrency;
	}

}
