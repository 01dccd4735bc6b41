package io.github.clerkspring.client.session;

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
 * Operations on sessions of users. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Sessions">Clerk's
 * reference</a>.
 */
public interface SessionOperations {

	/** Fetch one page of the sessions, newest first: {@code GET /sessions}. */
	@GetExchange("/sessions")
	Mono<Page<Session>> list(SessionQuery query);

	/** Fetch all sessions, page by page on demand. */
	default Flux<Session> stream(SessionQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Create an active session (for testing only): {@code POST /sessions}. */
	@PostExchange("/sessions")
	Mono<Session> create(@BodyField String userId, @BodyField @Nullable String activeOrganizationId);

	/** Create an active session without an organization (for testing only). */
	default Mono<Session> create(String userId) {
		return create(userId, null);
	}

	/** Fetch a session: {@code GET /sessions/{sessionId}}. */
	@GetExchange("/sessions/{sessionId}")
	Mono<Session> get(@PathVariable String sessionId);

	/**
	 * Exchange an expired session token for a new one: {@code POST
	 * /sessions/{sessionId}/refresh}. Status 401 means that a handshake is required.
	 */
	@PostExchange("/sessions/{sessionId}/refresh")
	Mono<SessionRefresh> refresh(@PathVariable String sessionId, @RequestBody RefreshSessionRequest request);

	/** Revoke a session: {@code POST /sessions/{sessionId}/revoke}. */
	@PostExchange("/sessions/{sessionId}/revoke")
	Mono<Session> revoke(@PathVariable String sessionId);

	/** Create a session token: {@code POST /sessions/{sessionId}/tokens}. */
	@PostExchange("/sessions/{sessionId}/tokens")
	Mono<SessionToken> createToken(@PathVariable String sessionId, @RequestBody CreateSessionTokenRequest request);

	/** Create a session token with the lifetime configured for the instance. */
	default Mono<SessionToken> createToken(String sessionId) {
		return createToken(sessionId, CreateSessionTokenRequest.create());
	}

	/**
	 * Create a session token from a JWT template: {@code POST
	 * /sessions/{sessionId}/tokens/{templateName}}.
	 */
	@PostExchange("/sessions/{sessionId}/tokens/{templateName}")
	Mono<SessionToken> createTokenFromTemplate(@PathVariable String sessionId, @PathVariable String templateName,
			@RequestBody CreateSessionTokenRequest request);

	/** Create a session token with the lifetime configured for its JWT template. */
	default Mono<SessionToken> createTokenFromTemplate(String sessionId, String templateName) {
		return createTokenFromTemplate(sessionId, templateName, CreateSessionTokenRequest.create());
	}

	/**
	 * Verify that a session is authenticated: {@code POST /sessions/{sessionId}/verify}.
	 * @param token the session token, or {@code null}
	 * @deprecated as Clerk plans to remove it; verify the session token locally
	 */
	@Deprecated
	@PostExchange(url = "/sessions/{sessionId}/verify", version = "2025-03-12")
	Mono<Session> verify(@PathVariable String sessionId, @BodyField @Nullable String token);

}
