package io.github.clerkspring.client.machine;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on machine-to-machine tokens. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/M2M-Tokens">Clerk's
 * reference</a>. A machine can call them with its own secret key, which is required to
 * create a token.
 */
public interface M2mTokenOperations {

	/** Fetch one page of the opaque tokens of a machine: {@code GET /m2m_tokens}. */
	@GetExchange("/m2m_tokens")
	Mono<Page<M2mToken>> list(M2mTokenQuery query);

	/** Fetch all opaque tokens of a machine, page by page on demand. */
	default Flux<M2mToken> stream(M2mTokenQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a token for the calling machine: {@code POST /m2m_tokens}. */
	@PostExchange("/m2m_tokens")
	Mono<M2mToken> create(@RequestBody CreateM2mTokenRequest request);

	/**
	 * Verify a token and return it: {@code POST /m2m_tokens/verify}. With the key of a
	 * machine, Clerk accepts only tokens for this machine; with the key of the instance,
	 * all tokens of the instance. Callers must check whether the token is revoked or
	 * expired.
	 */
	@PostExchange("/m2m_tokens/verify")
	Mono<M2mToken> verify(@BodyField String token);

	/** Revoke an opaque token: {@code POST /m2m_tokens/{m2mTokenId}/revoke}. */
	@PostExchange("/m2m_tokens/{m2mTokenId}/revoke")
	Mono<M2mToken> revoke(@PathVariable String m2mTokenId, @BodyField @Nullable String revocationReason);

	/** Revoke an opaque token permanently without a reason. */
	default Mono<M2mToken> revoke(String m2mTokenId) {
		return revoke(m2mTokenId, null);
	}

}
