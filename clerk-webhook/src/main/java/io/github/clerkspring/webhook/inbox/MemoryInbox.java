package io.github.clerkspring.webhook.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * {@link Inbox} in the memory of a single process. Deliveries are lost at the end of the
 * process, and the oldest are removed if the maximum size is exceeded.
 */
public final class MemoryInbox implements Inbox {

	private final int maxSize;

	private final UnitOfWork unitOfWork;

	private final Clock clock;

	// In insertion order. The map is the monitor of all its entries.
	private final Map<String, MemoryEntry> entries = new LinkedHashMap<>();

	/**
	 * Create the inbox.
	 * @param maxSize the maximum number of stored deliveries
	 * @param unitOfWork the unit of work for calls of handlers
	 * @param clock the clock
	 */
	public MemoryInbox(int maxSize, UnitOfWork unitOfWork, Clock clock) {
		Assert.isTrue(maxSize > 0, "maxSize must be positive");
		this.maxSize = maxSize;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public boolean handle(Delivery delivery, Runnable handler) {
		MemoryEntry entry = new MemoryEntry(delivery, DeliveryState.HANDLED);
		entry.busy = true;
		if (!add(entry)) {
			return false;
		}
		boolean handled = false;
		try {
			this.unitOfWork.run(handler);
			handled = true;
		}
		finally {
			finish(entry, handled);
		}
		return true;
	}

	private void finish(MemoryEntry entry, boolean handled) {
		synchronized (this.entries) {
			entry.busy = false;
			entry.handledAt = this.clock.instant();
			if (!handled) {
				this.entries.remove(entry.id);
			}
			this.entries.notifyAll();
		}
	}

	@Override
	public boolean accept(Delivery delivery) {
		MemoryEntry entry = new MemoryEntry(delivery, DeliveryState.PENDING);
		entry.body = delivery.body();
		entry.nextAttemptAt = delivery.receivedAt();
		return add(entry);
	}

	@Override
	public boolean bury(Delivery delivery, String failure) {
		MemoryEntry entry = new MemoryEntry(delivery, DeliveryState.DEAD);
		entry.body = delivery.body();
		entry.failure = failure;
		return add(entry);
	}

	private boolean add(MemoryEntry entry) {
		synchronized (this.entries) {
			awaitHandler(entry.id);
			if (this.entries.containsKey(entry.id)) {
				return false;
			}
			makeRoom();
			this.entries.put(entry.id, entry);
			return true;
		}
	}

	private void awaitHandler(String id) {
		try {
			MemoryEntry entry = this.entries.get(id);
			while (entry != null && entry.isUndecided()) {
				this.entries.wait();
				entry = this.entries.get(id);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InboxUnavailableException("Interrupted while waiting for another delivery of " + id, ex);
		}
	}

	private void makeRoom() {
		if (this.entries.size() < this.maxSize) {
			return;
		}
		Iterator<MemoryEntry> oldestFirst = this.entries.values().iterator();
		while (oldestFirst.hasNext()) {
			if (oldestFirst.next().isDone()) {
				oldestFirst.remove();
				return;
			}
		}
		throw new InboxUnavailableException("The inbox in memory is full of deliveries that are not handled", null);
	}

	@Override
	public @Nullable DeliveryEntry claim(Instant now, RetrySchedule schedule) {
		synchronized (this.entries) {
			for (MemoryEntry entry : this.entries.values()) {
				if (entry.isDue(now)) {
					if (entry.attempts < schedule.maxAttempts()) {
						entry.attempts++;
						entry.nextAttemptAt = now.plus(schedule.backoff(entry.attempts));
						return entry.toEntry();
					}
					entry.state = DeliveryState.DEAD;
				}
			}
			return null;
		}
	}

	@Override
	public boolean process(String id, Instant now, Consumer<Delivery> handler) {
		MemoryEntry entry;
		synchronized (this.entries) {
			entry = this.entries.get(id);
			if (entry == null || entry.busy || entry.state != DeliveryState.PENDING) {
				return false;
			}
			entry.busy = true;
		}
		boolean handled = false;
		try {
			Delivery delivery = entry.toDelivery();
			this.unitOfWork.run(() -> handler.accept(delivery));
			handled = true;
		}
		finally {
			release(entry, handled, now);
		}
		return true;
	}

	private void release(MemoryEntry entry, boolean handled, Instant now) {
		synchronized (this.entries) {
			entry.busy = false;
			if (handled) {
				entry.state = DeliveryState.HANDLED;
				entry.handledAt = now;
				entry.body = null;
				entry.failure = null;
			}
			this.entries.notifyAll();
		}
	}

	@Override
	public void fail(String id, String failure, boolean dead) {
		synchronized (this.entries) {
			MemoryEntry entry = this.entries.get(id);
			if (entry != null && entry.state == DeliveryState.PENDING) {
				entry.failure = failure;
				entry.state = dead ? DeliveryState.DEAD : DeliveryState.PENDING;
			}
		}
	}

	@Override
	public boolean replay(String id, Instant now) {
		return change(id, (entry) -> {
			entry.state = DeliveryState.PENDING;
			entry.attempts = 0;
			entry.nextAttemptAt = now;
		});
	}

	@Override
	public boolean drop(String id) {
		return change(id, (entry) -> {
			entry.state = DeliveryState.DROPPED;
			entry.body = null;
		});
	}

	private boolean change(String id, Consumer<MemoryEntry> change) {
		synchronized (this.entries) {
			MemoryEntry entry = this.entries.get(id);
			if (entry == null || entry.state != DeliveryState.DEAD) {
				return false;
			}
			change.accept(entry);
			return true;
		}
	}

	@Override
	public @Nullable DeliveryEntry find(String id) {
		synchronized (this.entries) {
			MemoryEntry entry = this.entries.get(id);
			return (entry != null && !entry.isUndecided()) ? entry.toEntry() : null;
		}
	}

	@Override
	public List<DeliveryEntry> list(@Nullable DeliveryState state, int limit) {
		synchronized (this.entries) {
			List<MemoryEntry> latestFirst = new ArrayList<>(this.entries.values());
			Collections.reverse(latestFirst);
			return latestFirst.stream()
				.filter((entry) -> !entry.isUndecided() && (state == null || entry.state == state))
				.limit(limit)
				.map(MemoryEntry::toEntry)
				.toList();
		}
	}

	@Override
	public InboxSize size() {
		synchronized (this.entries) {
			return new InboxSize(count(DeliveryState.PENDING), count(DeliveryState.HANDLED), count(DeliveryState.DEAD),
					count(DeliveryState.DROPPED));
		}
	}

	private long count(DeliveryState state) {
		return this.entries.values().stream().filter((entry) -> !entry.isUndecided() && entry.state == state).count();
	}

	@Override
	public int removeBefore(Instant before, int limit) {
		synchronized (this.entries) {
			List<String> ids = this.entries.values()
				.stream()
				.filter((entry) -> entry.isDone() && entry.receivedAt.isBefore(before))
				.limit(limit)
				.map((entry) -> entry.id)
				.toList();
			ids.forEach(this.entries::remove);
			return ids.size();
		}
	}

}
