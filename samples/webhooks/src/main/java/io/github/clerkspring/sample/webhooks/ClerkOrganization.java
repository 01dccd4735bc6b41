package io.github.clerkspring.sample.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Row of {@code clerk_organization}, which only webhooks change.
 */
@Entity
@Immutable
@Table(name = "clerk_organization")
@SuppressWarnings("NullAway.Init")
class ClerkOrganization {

	@Id
	@Column(name = "organization_id")
	private String id;

	private String name;

	private String slug;

	private long createdAt;

	protected ClerkOrganization() {
	}

	String id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	String slug() {
		return this.slug;
	}

	long createdAt() {
		return this.createdAt;
	}

}
