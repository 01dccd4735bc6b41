package io.github.clerkspring.boot.webhook;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;

import io.github.clerkspring.webhook.event.ClerkEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the listeners of an application under test received, and what they do.
 */
class Received {

	final List<String> ids = new CopyOnWriteArrayList<>();

	final List<String> threads = new CopyOnWriteArrayList<>();

	final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();

	final CountDownLatch release = new CountDownLatch(1);

	volatile Consumer<ClerkEvent> behavior = (event) -> {
	};

	volatile Mono<Void> mono = Mono.empty();

	volatile CompletableFuture<Void> future = CompletableFuture.completedFuture(null);

	Received reset() {
		this.ids.clear();
		this.threads.clear();
		this.arrivals.clear();
		this.behavior = (event) -> {
		};
		this.mono = Mono.empty();
		this.future = CompletableFuture.completedFuture(null);
		return this;
	}

	void accept(ClerkEvent event) {
		this.threads.add(Thread.currentThread().getName());
		this.behavior.accept(event);
		this.ids.add(event.deliveryId());
		this.arrivals.add(event.deliveryId());
	}

	void awaitRelease() {
		try {
			assertThat(this.release.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String next() {
		try {
			String id = this.arrivals.poll(30, TimeUnit.SECONDS);
			assertThat(id).isNotNull();
			return id;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
