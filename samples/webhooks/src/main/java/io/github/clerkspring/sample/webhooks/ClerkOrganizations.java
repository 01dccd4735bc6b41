package io.github.clerkspring.sample.webhooks;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * Organizations in the database.
 */
interface ClerkOrganizations extends Repository<ClerkOrganization, String> {

	List<ClerkOrganization> findAllByOrderByCreatedAtDesc(Limit limit);

}
