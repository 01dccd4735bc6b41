package io.github.clerkspring.sample.webhooks;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Writes profiles in the transaction that marks the webhook as handled.
 */
@Component
class ProfileListener {

	private final JdbcTemplate jdbc;

	ProfileListener(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void on(UserEvent.Created event) {
		this.jdbc.update("INSERT INTO profile (user_id, first_name) VALUES (?, ?)", event.data().id(),
				event.data().firstName());
	}

	@EventListener
	void on(UserEvent.Deleted event) {
		this.jdbc.update("DELETE FROM profile WHERE user_id = ?", event.data().id());
	}

}
