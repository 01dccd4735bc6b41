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
 * Operations on waitlist entries. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Waitlist-Entries">Clerk's
 * reference</a>.
 */
public interface WaitlistEntryOperations {

	/** Fetch one page of the waitlist: {@code GET /waitlist_entries}. */
	@GetExchange("/waitlist_entries")
	Mono<Page<WaitlistEntry>> list(WaitlistEntryQuery query);

	/** Fetch all waitlist entries, page by page on demand. */
	default Flux<WaitlistEntry> stream(WaitlistEntryQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Add an email address to the waitlist: {@code POST /waitlist_entries}. An existing
	 * entry is returned unchanged. Clerk sends a confirmation email unless {@code notify}
	 * is false.
	 */
	@PostExchange("/waitlist_entries")
	Mono<WaitlistEntry> create(@BodyField String emailAddress, @BodyField @Nullable Boolean notify);

	/** Add an email address to the waitlist and send a confirmation email. */
	default Mono<WaitlistEntry> create(String emailAddress) {
		return create(emailAddress, null);
	}

	/**
	 * Add one to fifty email addresses to the waitlist:
	 * {@code POST /waitlist_entries/bulk}. Existing entries remain unchanged.
	 */
	@PostExchange("/waitlist_entries/bulk")
	Mono<List<WaitlistEntry>> createBulk(@RequestBody @BulkBody(max = 50) List<CreateWaitlistEntryRequest> requests);

	/** Delete a pending entry: {@code DELETE /waitlist_entries/{waitlistEntryId}}. */
	@DeleteExchange("/waitlist_entries/{waitlistEntryId}")
	Mono<DeletedObject> delete(@PathVariable String waitlistEntryId);

	/**
	 * Invite a waitlist entry: {@code POST /waitlist_entries/{waitlistEntryId}/invite}.
	 * Fails if an invitation or user with the address exists, unless
	 * {@code ignoreExisting} is true.
	 */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/invite")
	Mono<WaitlistEntry> invite(@PathVariable String waitlistEntryId, @BodyField @Nullable Boolean ignoreExisting);

	/** Invite a waitlist entry, unless an invitation or user with the address exists. */
	default Mono<WaitlistEntry> invite(String waitlistEntryId) {
		return invite(waitlistEntryId, null);
	}

	/**
	 * Reject a waitlist entry: {@code POST /waitlist_entries/{waitlistEntryId}/reject}.
	 */
	@PostExchange("/waitlist_entries/{waitlistEntryId}/reject")
	Mono<WaitlistEntry> reject(@PathVariable String waitlistEntryId);

}
