package io.github.clerkspring.sample.webhooks;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Writes the first note of each new user, in the transaction that stores the user and
 * marks the webhook as handled.
 */
@Component
class WelcomeNotes {

	private final ClerkUsers users;

	private final Notes notes;

	WelcomeNotes(ClerkUsers users, Notes notes) {
		this.users = users;
		this.notes = notes;
	}

	@EventListener
	void on(UserEvent.Created event) {
		// A user whose deletion was handled before is not stored
		this.users.findById(event.data().id()).ifPresent((user) -> this.notes.save(new Note(user, "Welcome")));
	}

}
