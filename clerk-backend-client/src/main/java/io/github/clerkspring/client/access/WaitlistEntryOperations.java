package io.github.clerkspring.client.access;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * The waitlist, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Waitlist-Entries">Clerk's
 * reference</a>.
 */
public interface WaitlistEntryOperations {

	/**
	 * Fetch one page of the waitlist: {@code GET /waitlist_entries}.
	 * @param query which entries
	 * @return the page
	 */
	@GetExchange("/waitlist_entries")
	Mono<Page<WaitlistEntry>> list(WaitlistEntryQuery query);

	/**
	 * Read the whole waitlist, page by page as the subscriber asks for them.
	 * @param query which entries, and how many a page
	 * @return the entries
	 */
	default Flux<WaitlistEntry> stream(WaitlistEntryQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Put a person on the waitlist: {@code POST /waitlist_entries}.
	 * @param emailAddress the address; if it waits already its entry is the answer
	 * @param notify whether Clerk confirms it by email, by default it does
	 * @return the entry
	 */
	@PostExchange("/waitlist_entries")
	Mono<WaitlistEntry> create(@BodyField String emailAddress, @BodyField @Nullable Boolean notify);

	/**
	 * Put a person on the waitlist and confirm it by email.
	 * @param emailAddress the address; if it waits already its entry is the answer
	 * @return the entry
	 */
	default Mono<WaitlistEntry> create(String emailAddress) {
		return create(emailAddress, null);
	}

	/**
	 * Put several people on the waitlist: {@code POST /waitlist_entries/bulk}.
	 * @param requests one to fifty entries
	 * @return the entries, the old ones of addresses that waited already
	 */
	@PostExchange("/waitlist_entries/bulk")
	Mono<List<WaitlistEntry>> createBulk(@RequestBody List<CreateWaitlistEntryRequest> requests);

	/**
	 * Take a pending entry off the waitlist: {@code DELETE
	 * /waitlist_entries/{waitlist_entry_id}}.
	 * @param waitlistEntryId the id of the entry
	 * @return what was deleted
	 */
	@DeleteExchange("/waitlist_entries/{waitlistEntryId}")
	Mono<DeletedObject> delete(@PathVariable String waitlistEntryId);

	/**
	 * Invite a person who waits: {@code POST
	 * /waitlist_entries/{waitlist_entry_id}/invite}.
	 * @param waitlistEntryId the id of the entry
	 * @param ignoreExisting whether to invite even if there is an invitation or a user
	 * with the address, by default not
	 * @return the entry with its invitation
	 */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/invite")
	Mono<WaitlistEntry> invite(@PathVariable String waitlistEntryId, @BodyField @Nullable Boolean ignoreExisting);

	/**
	 * Invite a person who waits, unless the address is known already.
	 * @param waitlistEntryId the id of the entry
	 * @return the entry with its invitation
	 */
	default Mono<WaitlistEntry> invite(String waitlistEntryId) {
		return invite(waitlistEntryId, null);
	}

	/**
	 * Turn down a person who waits: {@code POST
	 * /waitlist_entries/{waitlist_entry_id}/reject}.
	 * @param waitlistEntryId the id of the entry
	 * @return the entry
	 */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/reject")
	Mono<WaitlistEntry> reject(@PathVariable String waitlistEntryId);

}
