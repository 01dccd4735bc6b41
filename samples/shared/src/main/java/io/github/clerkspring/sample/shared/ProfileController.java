package io.github.clerkspring.sample.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.security.ClerkSession;

/**
 * The signed-in user, with data of the token and of Clerk.
 */
@RestController
public class ProfileController {

	private final ClerkBackendClient clerk;

	ProfileController(ClerkBackendClient clerk) {
		this.clerk = clerk;
	}

	@GetMapping("/me")
	Mono<Profile> me(@AuthenticationPrincipal ClerkSession session) {
		return this.clerk.users().get(session.userId()).map((user) -> Profile.of(session, user));
	}

	record Profile(String userId, String sessionId, @Nullable String organization, @Nullable String role,
			@Nullable String firstName, @Nullable String lastName) {

		static Profile of(ClerkSession session, User user) {
			ClerkSession.Organization organization = session.organization();
			return new Profile(session.userId(), session.sessionId(),
					(organization != null) ? organization.slug() : null,
					(organization != null) ? organization.role() : null, user.firstName(), user.lastName());
		}

	}

}
