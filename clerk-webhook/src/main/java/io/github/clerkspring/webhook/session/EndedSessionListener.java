package io.github.clerkspring.webhook.session;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import io.github.clerkspring.client.user.User;
import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.SessionEvent;
import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Listener that records the ended sessions and changed users of events.
 */
public final class EndedSessionListener {

	private static final Instant FOR_GOOD = Instant.ofEpochMilli(Long.MAX_VALUE);

	private final EndedSessions sessions;

	private final @Nullable EndedSessionStore store;

	private final Clock clock;

	/**
	 * Create the listener.
	 * @param sessions the ended sessions in the memory of this process
	 * @param store the store shared with other processes, or {@code null}
	 * @param clock the clock
	 */
	public EndedSessionListener(EndedSessions sessions, @Nullable EndedSessionStore store, Clock clock) {
		this.sessions = sessions;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Handle an event of a session.
	 * @param event the event
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(SessionEvent event) {
		if (event instanceof SessionEvent.Ended ended) {
			add(event, EndedSession.Type.SESSION, ended.data().id(), true, FOR_GOOD);
		}
		else if (event instanceof SessionEvent.Removed removed) {
			add(event, EndedSession.Type.SESSION, removed.data().id(), true, FOR_GOOD);
		}
		else if (event instanceof SessionEvent.Revoked revoked) {
			add(event, EndedSession.Type.SESSION, revoked.data().id(), true, FOR_GOOD);
		}
	}

	/**
	 * Handle an event of a user. Users who are not banned are recorded as well, so that
	 * the webhook of a ban has no effect if it arrives after the webhook of its end.
	 * @param event the event
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(UserEvent event) {
		if (event instanceof UserEvent.Updated updated) {
			User user = updated.data();
			Instant updatedAt = user.updatedAt();
			add(event, EndedSession.Type.USER, user.id(), user.banned(),
					(updatedAt != null) ? updatedAt : event.time());
		}
		else if (event instanceof UserEvent.Deleted deleted) {
			String id = deleted.data().id();
			if (id != null) {
				add(event, EndedSession.Type.USER, id, true, FOR_GOOD);
			}
		}
	}

	private void add(ClerkEvent event, EndedSession.Type type, String id, boolean blocked, Instant changedAt) {
		EndedSession ended = new EndedSession(type, id, blocked, changedAt, this.clock.instant());
		this.sessions.add(ended);
		if (this.store != null) {
			this.store.add(event.deliveryId(), ended);
		}
	}

}
