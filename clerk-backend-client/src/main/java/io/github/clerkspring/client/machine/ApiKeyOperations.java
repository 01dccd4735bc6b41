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
 * Operations on API keys. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/API-Keys">Clerk's
 * reference</a>.
 */
public interface ApiKeyOperations {

	/** Fetch one page of the keys of a subject: {@code GET /api_keys}. */
	@GetExchange("/api_keys")
	Mono<Page<ApiKey>> list(ApiKeyQuery query);

	/** Fetch all keys of a subject, page by page on demand. */
	default Flux<ApiKey> stream(ApiKeyQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a key and return its secret: {@code POST /api_keys}. */
	@PostExchange("/api_keys")
	Mono<ApiKey> create(@RequestBody CreateApiKeyRequest request);

	/**
	 * Verify the secret of a key and return the key: {@code POST /api_keys/verify}.
	 * Callers must check whether the key is revoked or expired.
	 */
	@PostExchange("/api_keys/verify")
	Mono<ApiKey> verify(@BodyField String secret);

	/** Fetch a key without its secret: {@code GET /api_keys/{apiKeyId}}. */
	@GetExchange("/api_keys/{apiKeyId}")
	Mono<ApiKey> get(@PathVariable String apiKeyId);

	/** Update a key: {@code PATCH /api_keys/{apiKeyId}}. */
	@PatchExchange("/api_keys/{apiKeyId}")
	Mono<ApiKey> update(@PathVariable String apiKeyId, @RequestBody UpdateApiKeyRequest request);

	/** Delete a key: {@code DELETE /api_keys/{apiKeyId}}. */
	@DeleteExchange("/api_keys/{apiKeyId}")
	Mono<DeletedObject> delete(@PathVariable String apiKeyId);

	/** Revoke a key permanently: {@code POST /api_keys/{apiKeyId}/revoke}. */
	@PostExchange("/api_keys/{apiKeyId}/revoke")
	Mono<ApiKey> revoke(@PathVariable String apiKeyId, @BodyField @Nullable String revocationReason);

	/** Revoke a key permanently without a reason. */
	default Mono<ApiKey> revoke(String apiKeyId) {
		return revoke(apiKeyId, null);
	}

	/** Fetch the secret of a key: {@code GET /api_keys/{apiKeyId}/secret}. */
	@GetExchange("/api_keys/{apiKeyId}/secret")
	Mono<ApiKeySecret> getSecret(@PathVariable String apiKeyId);

}
