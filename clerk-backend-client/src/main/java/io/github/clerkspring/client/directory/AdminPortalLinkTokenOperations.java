package io.github.clerkspring.client.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Operations on link tokens for the admin portal, in which customers configure their
 * enterprise connection. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Admin-Portal-Link-Tokens">Clerk's
 * reference</a>.
 */
public interface AdminPortalLinkTokenOperations {

	/**
	 * Create a link token: {@code POST /admin_portal_link_tokens}. Only this response
	 * contains the token.
	 */
	@PostExchange("/admin_portal_link_tokens")
	Mono<AdminPortalLinkToken> create(@RequestBody CreateAdminPortalLinkTokenRequest request);

	/**
	 * Revoke a link token with a reason: {@code POST
	 * /admin_portal_link_tokens/{adminPortalLinkTokenId}/revoke}.
	 */
	@PostExchange("/admin_portal_link_tokens/{adminPortalLinkTokenId}/revoke")
	Mono<AdminPortalLinkToken> revoke(@PathVariable String adminPortalLinkTokenId,
			@BodyField @Nullable String revocationReason);

}
