package io.github.clerkspring.webhook.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * In-memory store of ended sessions and of deleted or banned users, whose tokens are
 * rejected although they are still valid. It never blocks.
 */
public final class EndedSessions {

	private final int maxSize;

	private final Duration retention;

	private final Clock clock;

	private final Map<Key, EndedSession> entries = new ConcurrentHashMap<>();

	// In insertion order, guarded by itself. Caffeine evicts entries by their frequency
	// of
	// use, which is not the oldest entry first.
	private final Set<Key> order = new LinkedHashSet<>();

	private final AtomicLong evictions = new AtomicLong();

	/**
	 * Create the store.
	 * @param maxSize the maximum number of entries
	 * @param retention the time for which entries are retained
	 * @param clock the clock
	 */
	public EndedSessions(int maxSize, Duration retention, Clock clock) {
		Assert.isTrue(maxSize > 0, "maxSize must be positive");
		this.maxSize = maxSize;
		this.retention = retention;
		this.clock = clock;
	}

	/**
	 * Return whether to reject tokens of a session or user.
	 * @param sessionId the id of the session, or {@code null}
	 * @param userId the id of the user, or {@code null}
	 * @return whether the session has ended, or the user was deleted or banned
	 */
	public boolean isEnded(@Nullable String sessionId, @Nullable String userId) {
		return isBlocked(EndedSession.Type.SESSION, sessionId) || isBlocked(EndedSession.Type.USER, userId);
	}

	private boolean isBlocked(EndedSession.Type type, @Nullable String id) {
		EndedSession entry = (id != null) ? this.entries.get(new Key(type, id)) : null;
		return entry != null && entry.blocked() && entry.recordedAt().isAfter(expired());
	}

	private Instant expired() {
		return this.clock.instant().minus(this.retention);
	}

	/**
	 * Add an entry, unless a later change is known. If the maximum size is exceeded, the
	 * oldest entry is removed.
	 * @param ended the entry
	 */
	public void add(EndedSession ended) {
		Key key = new Key(ended.type(), ended.id());
		synchronized (this.order) {
			EndedSession known = this.entries.get(key);
			if (known != null && !known.changedAt().isBefore(ended.changedAt())) {
				return;
			}
			this.order.remove(key);
			if (known == null) {
				makeRoom();
			}
			this.order.add(key);
			this.entries.put(key, ended);
		}
	}

	private void makeRoom() {
		Instant expired = expired();
		Iterator<Key> oldestFirst = this.order.iterator();
		while (oldestFirst.hasNext()) {
			Key oldest = oldestFirst.next();
			boolean alive = isRecordedAfter(oldest, expired);
			if (alive && this.entries.size() < this.maxSize) {
				return;
			}
			oldestFirst.remove();
			this.entries.remove(oldest);
			if (alive) {
				this.evictions.incrementAndGet();
			}
		}
	}

	private boolean isRecordedAfter(Key key, Instant time) {
		EndedSession entry = this.entries.get(key);
		return entry != null && entry.recordedAt().isAfter(time);
	}

	/**
	 * Return the time for which entries are retained.
	 * @return the retention
	 */
	public Duration retention() {
		return this.retention;
	}

	/**
	 * Return the number of entries.
	 * @return the number
	 */
	public int size() {
		return this.entries.size();
	}

	/**
	 * Return the number of entries that were removed because the maximum size was
	 * exceeded.
	 * @return the number
	 */
	public long evictions() {
		return this.evictions.get();
	}

	/**
	 * Key of an entry.
	 *
	 * @param type the type of the entry
	 * @param id the id
	 */
	private record Key(EndedSession.Type type, String id) {

	}

}
