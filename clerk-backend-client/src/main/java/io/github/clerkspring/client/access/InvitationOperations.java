package io.github.clerkspring.client.access;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BulkBody;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on invitations. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Invitations">Clerk's
 * reference</a>.
 */
public interface InvitationOperations {

	/** Fetch one page of the invitations: {@code GET /invitations}. */
	@GetExchange("/invitations")
	Mono<Page<Invitation>> list(InvitationQuery query);

	/** Fetch all invitations, page by page on demand. */
	default Flux<Invitation> stream(InvitationQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Create an invitation: {@code POST /invitations}. */
	@PostExchange("/invitations")
	Mono<Invitation> create(@RequestBody CreateInvitationRequest request);

	/** Create one to ten invitations, all or none: {@code POST /invitations/bulk}. */
	@PostExchange("/invitations/bulk")
	Mono<List<Invitation>> createBulk(@RequestBody @BulkBody(max = 10) List<CreateInvitationRequest> requests);

	/** Revoke a pending invitation: {@code POST /invitations/{invitationId}/revoke}. */
	@PostExchange("/invitations/{invitationId}/revoke")
	Mono<Invitation> revoke(@PathVariable String invitationId);

	/**
	 * Delete an invitation of any status and the copies of its email: {@code DELETE
	 * /invitations/{invitationId}}.
	 */
	@DeleteExchange("/invitations/{invitationId}")
	Mono<DeletedObject> delete(@PathVariable String invitationId);

}
