package io.github.clerkspring.boot.security.machine;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.authorization.AcceptsTokens;

/**
 * Type that accepts OAuth access tokens only.
 */
@RestController
@AcceptsTokens(ClerkTokenType.OAUTH)
class OAuthController {

	@GetMapping("/type")
	Mono<String> type() {
		return Mono.just("ok");
	}

}
