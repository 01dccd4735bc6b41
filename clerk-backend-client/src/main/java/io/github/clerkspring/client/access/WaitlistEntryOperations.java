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
import io.github.clerkspring.client.core.BulkBody;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * The waitlist, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Waitlist-Entries">Clerk's
 * reference</a>.
 */
public interface WaitlistEntryOperations {

	/** Fetch one page of the waitlist: {@code GET /waitlist_entries}. */
	@GetExchange("/waitlist_entries")
	Mono<Page<WaitlistEntry>> list(WaitlistEntryQuery query);

	/** Read the whole waitlist, page by page as the subscriber asks for them. */
	default Flux<WaitlistEntry> stream(WaitlistEntryQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Put a person on the waitlist: {@code POST /waitlist_entries}. A person who waits
	 * already keeps the entry. Clerk confirms it by email unless {@code notify} is false.
	 */
	@PostExchange("/waitlist_entries")
	Mono<WaitlistEntry> create(@BodyField String emailAddress, @BodyField @Nullable Boolean notify);

	/** Put a person on the waitlist and confirm it by email. */
	default Mono<WaitlistEntry> create(String emailAddress) {
		return create(emailAddress, null);
	}

	/**
	 * Put one to fifty people on the waitlist: {@code POST /waitlist_entries/bulk}. Those
	 * who wait already keep their entries.
	 */
	@PostExchange("/waitlist_entries/bulk")
	Mono<List<WaitlistEntry>> createBulk(@RequestBody @BulkBody(max = 50) List<CreateWaitlistEntryRequest> requests);

	/** Delete a pending entry: {@code DELETE /waitlist_entries/{waitlistEntryId}}. */
	@DeleteExchange("/waitlist_entries/{waitlistEntryId}")
	Mono<DeletedObject> delete(@PathVariable String waitlistEntryId);

	/**
	 * Invite a person: {@code POST /waitlist_entries/{waitlistEntryId}/invite}. An
	 * invitation or a user with the address stands in the way unless
	 * {@code ignoreExisting} is true.
	 */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/invite")
	Mono<WaitlistEntry> invite(@PathVariable String waitlistEntryId, @BodyField @Nullable Boolean ignoreExisting);

	/** Invite a person who waits, unless the address is known already. */
	default Mono<WaitlistEntry> invite(String waitlistEntryId) {
		return invite(waitlistEntryId, null);
	}

	/** Turn a person down: {@code POST /waitlist_entries/{waitlistEntryId}/reject}. */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/reject")
	Mono<WaitlistEntry> reject(@PathVariable String waitlistEntryId);

}
