package io.github.clerkspring.security.machine;

import java.time.Duration;
import java.util.function.BiFunction;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;

/**
 * Opaque tokens, for both stacks.
 *
 * @param verifier verifies opaque tokens by a request to Clerk
 */
record OpaqueTokens(BiFunction<ClerkTokenType, String, Mono<ClerkMachine>> verifier) {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	Mono<ClerkMachine> verify(ClerkTokenType type, String token) {
		return this.verifier.apply(type, token);
	}

	ClerkMachine verifyAndWait(ClerkTokenType type, String token) {
		if (Schedulers.isInNonBlockingThread()) {
			throw unavailable(
					new IllegalStateException("The blocking method was called on a thread that must not block"));
		}
		try {
			// The only blocking call for opaque tokens
			return verify(type, token).blockOptional(LONGEST_WAIT).orElseThrow();
		}
		catch (InvalidBearerTokenException | ClerkUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The wait was too long or was interrupted
			throw unavailable(ex);
		}
	}

	private static ClerkUnavailableException unavailable(Throwable cause) {
		return new ClerkUnavailableException(TokenRejection.UNEXPECTED_ERROR, Duration.ofSeconds(1), cause);
	}

}
