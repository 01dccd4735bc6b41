package io.github.clerkspring.sample.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Row of {@code clerk_membership}, which only webhooks change.
 */
@Entity
@Immutable
@Table(name = "clerk_membership")
@SuppressWarnings("NullAway.Init")
class ClerkMembership {

	@Id
	@Column(name = "membership_id")
	private String id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "organization_id")
	private ClerkOrganization organization;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "user_id")
	private ClerkUser user;

	private String role;

	private long createdAt;

	protected ClerkMembership() {
	}

	String id() {
		return this.id;
	}

	ClerkOrganization organization() {
		return this.organization;
	}

	ClerkUser user() {
		return this.user;
	}

	String role() {
		return this.role;
	}

	long createdAt() {
		return this.createdAt;
	}

}
