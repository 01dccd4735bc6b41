package io.github.clerkspring.client.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on OAuth applications. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/OAuth-Applications">Clerk's
 * reference</a>.
 */
public interface OAuthApplicationOperations {

	/** Fetch one page of the OAuth applications: {@code GET /oauth_applications}. */
	@GetExchange("/oauth_applications")
	Mono<Page<OAuthApplication>> list(OAuthApplicationQuery query);

	/** Fetch all OAuth applications, page by page on demand. */
	default Flux<OAuthApplication> stream(OAuthApplicationQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create an OAuth application and return its secret:
	 * {@code POST /oauth_applications}.
	 */
	@PostExchange("/oauth_applications")
	Mono<OAuthApplication> create(@RequestBody CreateOAuthApplicationRequest request);

	/**
	 * Verify an access token: {@code POST /oauth_applications/access_tokens/verify}.
	 * Callers must check whether the token is inactive, revoked or expired.
	 */
	@PostExchange("/oauth_applications/access_tokens/verify")
	Mono<OAuthAccessToken> verifyAccessToken(@BodyField String accessToken);

	/**
	 * Fetch an OAuth application by its id (not the client id): {@code GET
	 * /oauth_applications/{oauthApplicationId}}.
	 */
	@GetExchange("/oauth_applications/{oauthApplicationId}")
	Mono<OAuthApplication> get(@PathVariable String oauthApplicationId);

	/**
	 * Update an OAuth application: {@code PATCH
	 * /oauth_applications/{oauthApplicationId}}.
	 */
	@PatchExchange("/oauth_applications/{oauthApplicationId}")
	Mono<OAuthApplication> update(@PathVariable String oauthApplicationId,
			@RequestBody UpdateOAuthApplicationRequest request);

	/**
	 * Delete an OAuth application permanently: {@code DELETE
	 * /oauth_applications/{oauthApplicationId}}.
	 */
	@DeleteExchange("/oauth_applications/{oauthApplicationId}")
	Mono<DeletedObject> delete(@PathVariable String oauthApplicationId);

	/**
	 * Set the logo of an OAuth application: {@code PUT
	 * /oauth_applications/{oauthApplicationId}/logo}.
	 * @param file a JPEG, PNG, GIF or WebP image, at most 10 MB
	 */
	@PutExchange(url = "/oauth_applications/{oauthApplicationId}/logo",
			contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<OAuthApplication> uploadLogo(@PathVariable String oauthApplicationId, @RequestPart Resource file,
			@RequestPart(name = "uploader_user_id", required = false) @Nullable String uploaderUserId);

	/**
	 * Revoke the access token and the refresh token of a grant, identified by one of
	 * them; JWTs are not supported: {@code POST
	 * /oauth_applications/{oauthApplicationId}/revoke_token}.
	 */
	@PostExchange("/oauth_applications/{oauthApplicationId}/revoke_token")
	Mono<Void> revokeToken(@PathVariable String oauthApplicationId, @BodyField String token);

	/**
	 * Replace the client secret of an OAuth application and return the new one:
	 * {@code POST /oauth_applications/{oauthApplicationId}/rotate_secret}.
	 */
	@PostExchange("/oauth_applications/{oauthApplicationId}/rotate_secret")
	Mono<OAuthApplication> rotateSecret(@PathVariable String oauthApplicationId);

}
