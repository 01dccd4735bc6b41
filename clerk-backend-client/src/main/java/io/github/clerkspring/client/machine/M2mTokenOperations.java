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
 * Tokens of machines, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/M2M-Tokens">Clerk's
 * reference</a>. Clerk lets a machine call them by its own secret key; to create a token
 * it needs that key.
 */
public interface M2mTokenOperations {

	/** Fetch one page of the opaque tokens of a machine: {@code GET /m2m_tokens}. */
	@GetExchange("/m2m_tokens")
	Mono<Page<M2mToken>> list(M2mTokenQuery query);

	/** Read all opaque tokens of a machine, page by page as they are asked for. */
	default Flux<M2mToken> stream(M2mTokenQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a token for the machine that calls: {@code POST /m2m_tokens}. */
	@PostExchange("/m2m_tokens")
	Mono<M2mToken> create(@RequestBody CreateM2mTokenRequest request);

	/**
	 * Find out which machine presents a token: {@code POST /m2m_tokens/verify}. By a
	 * machine's key Clerk accepts only tokens that are meant for this machine, by the
	 * instance's key all of the instance. Look whether the token is revoked or expired.
	 */
	@PostExchange("/m2m_tokens/verify")
	Mono<M2mToken> verify(@BodyField String token);

	/** Revoke an opaque token: {@code POST /m2m_tokens/{m2mTokenId}/revoke}. */
	@PostExchange("/m2m_tokens/{m2mTokenId}/revoke")
	Mono<M2mToken> revoke(@PathVariable String m2mTokenId, @BodyField @Nullable String revocationReason);

	/** Revoke an opaque token for ever, without giving a reason. */
	default Mono<M2mToken> revoke(String m2mTokenId) {
		return revoke(m2mTokenId, null);
	}

}
