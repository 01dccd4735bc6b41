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
 * Applications that sign their users in through Clerk, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/OAuth-Applications">Clerk's
 * reference</a>.
 */
public interface OAuthApplicationOperations {

	/**
	 * Fetch one page of the applications: {@code GET /oauth_applications}.
	 * @param query which applications
	 * @return the page
	 */
	@GetExchange("/oauth_applications")
	Mono<Page<OAuthApplication>> list(OAuthApplicationQuery query);

	/**
	 * Read all applications, page by page as the subscriber asks for them.
	 * @param query which applications, and how many a page
	 * @return the applications
	 */
	default Flux<OAuthApplication> stream(OAuthApplicationQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create an application: {@code POST /oauth_applications}.
	 * @param request the application
	 * @return the application with its secret
	 */
	@PostExchange("/oauth_applications")
	Mono<OAuthApplication> create(@RequestBody CreateOAuthApplicationRequest request);

	/**
	 * Find out who presents an access token:
	 * {@code POST /oauth_applications/access_tokens/verify}.
	 * @param accessToken what a caller presented
	 * @return the token; look whether it is inactive, revoked or expired
	 */
	@PostExchange("/oauth_applications/access_tokens/verify")
	Mono<OAuthAccessToken> verifyAccessToken(@BodyField String accessToken);

	/**
	 * Fetch an application: {@code GET /oauth_applications/{oauth_application_id}}.
	 * @param oauthApplicationId the id of the application, not its client id
	 * @return the application
	 */
	@GetExchange("/oauth_applications/{oauthApplicationId}")
	Mono<OAuthApplication> get(@PathVariable String oauthApplicationId);

	/**
	 * Change an application: {@code PATCH /oauth_applications/{oauth_application_id}}.
	 * @param oauthApplicationId the id of the application
	 * @param request the changes
	 * @return the changed application
	 */
	@PatchExchange("/oauth_applications/{oauthApplicationId}")
	Mono<OAuthApplication> update(@PathVariable String oauthApplicationId,
			@RequestBody UpdateOAuthApplicationRequest request);

	/**
	 * Delete an application for ever: {@code DELETE
	 * /oauth_applications/{oauth_application_id}}.
	 * @param oauthApplicationId the id of the application
	 * @return what was deleted
	 */
	@DeleteExchange("/oauth_applications/{oauthApplicationId}")
	Mono<DeletedObject> delete(@PathVariable String oauthApplicationId);

	/**
	 * Give an application a logo: {@code PUT
	 * /oauth_applications/{oauth_application_id}/logo}.
	 * @param oauthApplicationId the id of the application
	 * @param file a JPEG, PNG, GIF or WebP image with a file name, at most 10 MB
	 * @param uploaderUserId the user who uploads it, if a user does
	 * @return the application with its logo
	 */
	@PutExchange(url = "/oauth_applications/{oauthApplicationId}/logo",
			contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<OAuthApplication> uploadLogo(@PathVariable String oauthApplicationId, @RequestPart Resource file,
			@RequestPart(name = "uploader_user_id", required = false) @Nullable String uploaderUserId);

	/**
	 * Revoke the access token and the refresh token of one grant: {@code POST
	 * /oauth_applications/{oauth_application_id}/revoke_token}.
	 * @param oauthApplicationId the id of the application
	 * @param token either of the two tokens, but not a JWT
	 * @return nothing, once both are revoked
	 */
	@PostExchange("/oauth_applications/{oauthApplicationId}/revoke_token")
	Mono<Void> revokeToken(@PathVariable String oauthApplicationId, @BodyField String token);

	/**
	 * Give an application another client secret: {@code POST
	 * /oauth_applications/{oauth_application_id}/rotate_secret}.
	 * @param oauthApplicationId the id of the application
	 * @return the application with its new secret
	 */
	@PostExchange("/oauth_applications/{oauthApplicationId}/rotate_secret")
	Mono<OAuthApplication> rotateSecret(@PathVariable String oauthApplicationId);

}
