package io.github.clerkspring.emulator.webhooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Messages to one endpoint: one attempt at a time, first attempts in the order of the
 * events. A failure does not block the next message. Guarded by the lock of the engine.
 */
final class Lane {

	private final WebhookEndpoint endpoint;

	private final boolean permanent;

	private final Deque<Delivery> ready = new ArrayDeque<>();

	private final List<Delivery> retries = new ArrayList<>();

	private final Disposable.Swap attempt = Disposables.swap();

	private @Nullable Delivery current;

	Lane(WebhookEndpoint endpoint, boolean permanent) {
		this.endpoint = endpoint;
		this.permanent = permanent;
	}

	WebhookEndpoint endpoint() {
		return this.endpoint;
	}

	/**
	 * Whether it is there from the start of the emulator and outlives a reset.
	 * @return true if so
	 */
	boolean isPermanent() {
		return this.permanent;
	}

	boolean isBusy() {
		return this.current != null;
	}

	boolean hasReady() {
		return !this.ready.isEmpty();
	}

	boolean hasRetries() {
		return !this.retries.isEmpty();
	}

	int size() {
		return this.ready.size() + this.retries.size() + ((this.current != null) ? 1 : 0);
	}

	void add(Delivery delivery) {
		this.ready.add(delivery);
	}

	/**
	 * Takes the next delivery, unless one is under way.
	 * @return the delivery or null
	 */
	@Nullable Delivery take() {
		Delivery next = (this.current == null) ? this.ready.poll() : null;
		if (next != null) {
			next.sending();
			this.current = next;
		}
		return next;
	}

	void run(Disposable attempt) {
		this.attempt.update(attempt);
	}

	/**
	 * Notes the end of an attempt.
	 * @param delivery the delivery
	 * @param result the result
	 * @param now the time
	 * @return false if it has been given up meanwhile
	 */
	boolean finish(Delivery delivery, WebhookAttempt result, Instant now) {
		if (this.current != delivery) {
			return false;
		}
		this.current = null;
		if (delivery.attempted(result, now)) {
			this.retries.add(delivery);
		}
		return true;
	}

	/**
	 * Queues the retries that are due.
	 * @param now the time, or null for all
	 */
	void requeue(@Nullable Instant now) {
		List<Delivery> due = this.retries.stream()
			.filter((delivery) -> now == null || delivery.isDue(now))
			.sorted(Delivery.BY_DUE)
			.toList();
		this.retries.removeAll(due);
		due.forEach((delivery) -> {
			delivery.queued();
			this.ready.add(delivery);
		});
	}

	/**
	 * The messages that wait, in order.
	 * @return their ids
	 */
	List<String> waiting() {
		return this.ready.stream().map((delivery) -> delivery.message().id()).toList();
	}

	/**
	 * Puts messages in front of the others.
	 * @param order their ids
	 */
	void reorder(Collection<String> order) {
		Map<String, Delivery> byId = new HashMap<>();
		this.ready.forEach((delivery) -> byId.putIfAbsent(delivery.message().id(), delivery));
		Set<Delivery> first = new LinkedHashSet<>();
		order.forEach((id) -> Optional.ofNullable(byId.get(id)).ifPresent(first::add));
		List<Delivery> rest = this.ready.stream().filter((delivery) -> !first.contains(delivery)).toList();
		this.ready.clear();
		this.ready.addAll(first);
		this.ready.addAll(rest);
	}

	/**
	 * Drops everything, running attempts included.
	 */
	void clear() {
		this.attempt.update(Disposables.disposed());
		this.ready.forEach(Delivery::dropped);
		this.retries.forEach(Delivery::dropped);
		if (this.current != null) {
			this.current.dropped();
		}
		this.current = null;
		this.ready.clear();
		this.retries.clear();
	}

}
