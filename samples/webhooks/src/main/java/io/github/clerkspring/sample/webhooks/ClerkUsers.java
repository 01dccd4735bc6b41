package io.github.clerkspring.sample.webhooks;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * Users in the database.
 */
interface ClerkUsers extends Repository<ClerkUser, String> {

	Optional<ClerkUser> findById(String userId);

	List<ClerkUser> findAllByOrderByCreatedAtDesc(Limit limit);

}
