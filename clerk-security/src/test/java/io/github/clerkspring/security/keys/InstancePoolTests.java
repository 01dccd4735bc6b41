package io.github.clerkspring.security.keys;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.Parallel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An object is used by one thread at a time, and the number of objects is limited.
 */
class InstancePoolTests {

	private final AtomicInteger created = new AtomicInteger();

	private final InstancePool<AtomicInteger> pool = new InstancePool<>(() -> {
		this.created.incrementAndGet();
		return new AtomicInteger();
	});

	@Test
	void reusesReleasedInstance() {
		AtomicInteger first = this.pool.acquire();
		this.pool.release(first);
		assertThat(this.pool.acquire()).isSameAs(first);
		assertThat(this.created).hasValue(1);
	}

	@Test
	void createsInstanceWhileAnotherIsInUse() {
		assertThat(this.pool.acquire()).isNotSameAs(this.pool.acquire());
		assertThat(this.created).hasValue(2);
	}

	@Test
	void instanceHasOneUserAtATime() throws Exception {
		Parallel.run((thread) -> () -> {
			for (int i = 0; i < 20_000; i++) {
				AtomicInteger users = this.pool.acquire();
				assertThat(users.incrementAndGet()).isOne();
				users.decrementAndGet();
				this.pool.release(users);
			}
			return null;
		});
	}

	@Test
	void keepsLimitedNumberOfInstances() throws InterruptedException {
		Set<AtomicInteger> kept = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 4 * InstancePool.SLOTS; i++) {
			inNewThread(() -> IntStream.range(0, 2)
				.mapToObj((number) -> this.pool.acquire())
				.toList()
				.forEach(this.pool::release));
		}
		for (int i = 0; i < 4 * InstancePool.SLOTS; i++) {
			int before = this.created.get();
			inNewThread(() -> {
				AtomicInteger one = this.pool.acquire();
				if (this.created.get() == before) {
					kept.add(one);
				}
			});
		}
		assertThat(kept).hasSizeBetween(1, InstancePool.SLOTS);
	}

	private static void inNewThread(Runnable work) throws InterruptedException {
		Thread thread = new Thread(work);
		thread.start();
		thread.join();
	}

}
