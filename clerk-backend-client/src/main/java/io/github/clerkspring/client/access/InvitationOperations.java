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
 * Invitations to sign up, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Invitations">Clerk's
 * reference</a>.
 */
public interface InvitationOperations {

	/** Fetch one page of the invitations: {@code GET /invitations}. */
	@GetExchange("/invitations")
	Mono<Page<Invitation>> list(InvitationQuery query);

	/** Read all invitations, page by page as the subscriber asks for them. */
	default Flux<Invitation> stream(InvitationQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Invite somebody: {@code POST /invitations}. */
	@PostExchange("/invitations")
	Mono<Invitation> create(@RequestBody CreateInvitationRequest request);

	/** Invite one to ten people, all or none: {@code POST /invitations/bulk}. */
	@PostExchange("/invitations/bulk")
	Mono<List<Invitation>> createBulk(@RequestBody @BulkBody(max = 10) List<CreateInvitationRequest> requests);

	/** Take back a pending one: {@code POST /invitations/{invitationId}/revoke}. */
	@PostExchange("/invitations/{invitationId}/revoke")
	Mono<Invitation> revoke(@PathVariable String invitationId);

	/**
	 * Delete one of any status, with the copies of its e-mail: {@code DELETE
	 * /invitations/{invitationId}}.
	 */
	@DeleteExchange("/invitations/{invitationId}")
	Mono<DeletedObject> delete(@PathVariable String invitationId);

}
