package io.github.clerkspring.sample.webhooks;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * Note of a user: data of the application that refers to a user of Clerk.
 */
@Entity
@SuppressWarnings("NullAway.Init")
class Note {

	static final int MAX_LENGTH = 1000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "user_id")
	private ClerkUser user;

	private String text;

	protected Note() {
	}

	Note(ClerkUser user, String text) {
		this.user = user;
		this.text = text;
	}

	ClerkUser user() {
		return this.user;
	}

	String text() {
		return this.text;
	}

}
