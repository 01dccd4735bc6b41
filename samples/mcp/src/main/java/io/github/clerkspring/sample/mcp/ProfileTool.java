package io.github.clerkspring.sample.mcp;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.security.ClerkMachine;

/**
 * Tool whose result depends on the user that the client acts for.
 */
@Component
class ProfileTool {

	private final ClerkBackendClient clerk;

	ProfileTool(ClerkBackendClient clerk) {
		this.clerk = clerk;
	}

	@McpTool(name = "profile", description = "Returns the profile of the user who granted access")
	Profile profile() {
		ClerkMachine client = client();
		User user = this.clerk.users().get(client.subject()).blockOptional().orElseThrow();
		return new Profile(user.id(), user.firstName(), client.clientId());
	}

	// Tools of type SYNC are called in the thread of the request
	private static ClerkMachine client() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof ClerkMachine client) {
			return client;
		}
		throw new AuthenticationCredentialsNotFoundException("An OAuth access token is required");
	}

	record Profile(String userId, @Nullable String firstName, @Nullable String clientId) {

	}

}
