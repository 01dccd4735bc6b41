package io.github.clerkspring.sample.webhooks;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/**
 * Memberships in the database, with their users and organizations.
 */
interface ClerkMemberships extends Repository<ClerkMembership, String> {

	@EntityGraph(attributePaths = { "user", "organization" })
	List<ClerkMembership> findAllByOrderByCreatedAtDesc(Limit limit);

}
