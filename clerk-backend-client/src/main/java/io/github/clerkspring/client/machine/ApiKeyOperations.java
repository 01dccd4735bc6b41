package io.github.clerkspring.client.machine;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * API keys, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/API-Keys">Clerk's
 * reference</a>.
 */
public interface ApiKeyOperations {

	/**
	 * Fetch one page of the keys of a subject: {@code GET /api_keys}.
	 * @param query whose keys, and which
	 * @return the page
	 */
	@GetExchange("/api_keys")
	Mono<Page<ApiKey>> list(ApiKeyQuery query);

	/**
	 * Read all keys of a subject, page by page as the subscriber asks for them.
	 * @param query whose keys, and how many a page
	 * @return the keys
	 */
	default Flux<ApiKey> stream(ApiKeyQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a key: {@code POST /api_keys}.
	 * @param request whose key, and what it may do
	 * @return the key with its secret
	 */
	@PostExchange("/api_keys")
	Mono<ApiKey> create(@RequestBody CreateApiKeyRequest request);

	/**
	 * Find out whose key a secret is: {@code POST /api_keys/verify}.
	 * @param secret what a caller presented as a key
	 * @return the key; look whether it is revoked or expired
	 */
	@PostExchange("/api_keys/verify")
	Mono<ApiKey> verify(@BodyField String secret);

	/**
	 * Fetch a key without its secret: {@code GET /api_keys/{apiKeyID}}.
	 * @param apiKeyId the id of the key
	 * @return the key
	 */
	@GetExchange("/api_keys/{apiKeyId}")
	Mono<ApiKey> get(@PathVariable String apiKeyId);

	/**
	 * Change a key: {@code PATCH /api_keys/{apiKeyID}}.
	 * @param apiKeyId the id of the key
	 * @param request the changes
	 * @return the changed key
	 */
	@PatchExchange("/api_keys/{apiKeyId}")
	Mono<ApiKey> update(@PathVariable String apiKeyId, @RequestBody UpdateApiKeyRequest request);

	/**
	 * Delete a key: {@code DELETE /api_keys/{apiKeyID}}.
	 * @param apiKeyId the id of the key
	 * @return what was deleted
	 */
	@DeleteExchange("/api_keys/{apiKeyId}")
	Mono<DeletedObject> delete(@PathVariable String apiKeyId);

	/**
	 * Revoke a key for ever: {@code POST /api_keys/{apiKeyID}/revoke}.
	 * @param apiKeyId the id of the key
	 * @param revocationReason why, for those who look at the key later
	 * @return the revoked key
	 */
	@PostExchange("/api_keys/{apiKeyId}/revoke")
	Mono<ApiKey> revoke(@PathVariable String apiKeyId, @BodyField @Nullable String revocationReason);

	/**
	 * Revoke a key for ever, without giving a reason.
	 * @param apiKeyId the id of the key
	 * @return the revoked key
	 */
	default Mono<ApiKey> revoke(String apiKeyId) {
		return revoke(apiKeyId, null);
	}

	/**
	 * Fetch the secret of a key: {@code GET /api_keys/{apiKeyID}/secret}.
	 * @param apiKeyId the id of the key
	 * @return the secret
	 */
	@GetExchange("/api_keys/{apiKeyId}/secret")
	Mono<ApiKeySecret> getSecret(@PathVariable String apiKeyId);

}
