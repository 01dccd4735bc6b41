package io.github.clerkspring.sample.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Row of {@code clerk_user}, which only webhooks change.
 */
@Entity
@Immutable
@Table(name = "clerk_user")
@SuppressWarnings("NullAway.Init")
class ClerkUser {

	@Id
	@Column(name = "user_id")
	private String id;

	private @Nullable String emailAddress;

	private @Nullable String firstName;

	private @Nullable String lastName;

	private boolean banned;

	private long createdAt;

	protected ClerkUser() {
	}

	String id() {
		return this.id;
	}

	@Nullable String emailAddress() {
		return this.emailAddress;
	}

	@Nullable String firstName() {
		return this.firstName;
	}

	@Nullable String lastName() {
		return this.lastName;
	}

	boolean banned() {
		return this.banned;
	}

	long createdAt() {
		return this.createdAt;
	}

}
