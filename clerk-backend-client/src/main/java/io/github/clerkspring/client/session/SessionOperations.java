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
 * Sessions of users, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Sessions">Clerk's
 * reference</a>.
 */
public interface SessionOperations {

	/** Fetch one page of the sessions, newest first: {@code GET /sessions}. */
	@GetExchange("/sessions")
	Mono<Page<Session>> list(SessionQuery query);

	/** Read all sessions, page by page as the subscriber asks for them. */
	default Flux<Session> stream(SessionQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Create an active one for tests, never in production: {@code POST /sessions}. */
	@PostExchange("/sessions")
	Mono<Session> create(@BodyField String userId, @BodyField @Nullable String activeOrganizationId);

	/** Create an active session without an organization. */
	default Mono<Session> create(String userId) {
		return create(userId, null);
	}

	/** Fetch a session: {@code GET /sessions/{sessionId}}. */
	@GetExchange("/sessions/{sessionId}")
	Mono<Session> get(@PathVariable String sessionId);

	/**
	 * Exchange an expired token for a fresh one; 401 means that the user has to go
	 * through the handshake: {@code POST /sessions/{sessionId}/refresh}.
	 */
	@PostExchange("/sessions/{sessionId}/refresh")
	Mono<SessionRefresh> refresh(@PathVariable String sessionId, @RequestBody RefreshSessionRequest request);

	/** End a session and sign out: {@code POST /sessions/{sessionId}/revoke}. */
	@PostExchange("/sessions/{sessionId}/revoke")
	Mono<Session> revoke(@PathVariable String sessionId);

	/** Create a session token: {@code POST /sessions/{sessionId}/tokens}. */
	@PostExchange("/sessions/{sessionId}/tokens")
	Mono<SessionToken> createToken(@PathVariable String sessionId, @RequestBody CreateSessionTokenRequest request);

	/** Create a session token that is valid as long as the instance sets. */
	default Mono<SessionToken> createToken(String sessionId) {
		return createToken(sessionId, CreateSessionTokenRequest.create());
	}

	/** Create a token: {@code POST /sessions/{sessionId}/tokens/{templateName}}. */
	@PostExchange("/sessions/{sessionId}/tokens/{templateName}")
	Mono<SessionToken> createTokenFromTemplate(@PathVariable String sessionId, @PathVariable String templateName,
			@RequestBody CreateSessionTokenRequest request);

	/** Create a token that is valid as long as its JWT template sets. */
	default Mono<SessionToken> createTokenFromTemplate(String sessionId, String templateName) {
		return createTokenFromTemplate(sessionId, templateName, CreateSessionTokenRequest.create());
	}

	/**
	 * Ask Clerk whether a session is authenticated: {@code POST
	 * /sessions/{sessionId}/verify}.
	 * @param token the session token, may be null
	 * @deprecated because Clerk is going to remove it; verify the session token locally
	 */
	@Deprecated
	@PostExchange(url = "/sessions/{sessionId}/verify", version = "2025-03-12")
	Mono<Session> verify(@PathVariable String sessionId, @BodyField @Nullable String token);

}
