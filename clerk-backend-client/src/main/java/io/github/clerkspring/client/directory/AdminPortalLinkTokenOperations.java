package io.github.clerkspring.client.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Tokens by which IT staff of a customer set up their enterprise connection in the admin
 * portal, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Admin-Portal-Link-Tokens">Clerk's
 * reference</a>.
 */
public interface AdminPortalLinkTokenOperations {

	/** Create a token, told only now: {@code POST /admin_portal_link_tokens}. */
	@PostExchange("/admin_portal_link_tokens")
	Mono<AdminPortalLinkToken> create(@RequestBody CreateAdminPortalLinkTokenRequest request);

	/**
	 * Make a token invalid, and say why: {@code POST
	 * /admin_portal_link_tokens/{adminPortalLinkTokenId}/revoke}.
	 */
	@PostExchange("/admin_portal_link_tokens/{adminPortalLinkTokenId}/revoke")
	Mono<AdminPortalLinkToken> revoke(@PathVariable String adminPortalLinkTokenId,
			@BodyField @Nullable String revocationReason);

}
