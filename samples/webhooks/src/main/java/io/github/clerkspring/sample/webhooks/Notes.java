package io.github.clerkspring.sample.webhooks;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Notes in the database.
 */
interface Notes extends Repository<Note, Long> {

	Note save(Note note);

	@Query("""
			SELECT note FROM Note note JOIN FETCH note.user author
			JOIN ClerkMembership membership ON membership.user = author
			WHERE membership.organization.id = :organizationId ORDER BY note.id""")
	List<Note> findByMembersOf(String organizationId);

}
