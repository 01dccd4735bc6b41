package io.github.clerkspring.test.servlet;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Request post-processors for {@link org.springframework.test.web.servlet.MockMvc}.
 *
 * <pre class="code">
 * mvc.perform(get("/invoices").with(clerkSession("user_ada").organization("org_acme").role("org:admin")));
 * </pre>
 */
public final class ClerkRequestPostProcessors {

	private ClerkRequestPostProcessors() {
	}

	/**
	 * Establish a session for a request, as if its token had been verified. The converter
	 * of the application creates the principal and its authorities.
	 * @param userId the id of the user
	 * @return the post-processor, for further claims of the session
	 */
	public static ClerkSessionRequestPostProcessor clerkSession(String userId) {
		return new ClerkSessionRequestPostProcessor(userId);
	}

	/**
	 * Establish a machine for a request, as if its token had been verified. The
	 * application maps it to its authorities.
	 * @param tokenType the type of the token, not {@link ClerkTokenType#SESSION}
	 * @param subject the id of the machine, user or organization that the token was
	 * issued to
	 * @return the post-processor, for further content of the token
	 */
	public static ClerkMachineRequestPostProcessor clerkMachine(ClerkTokenType tokenType, String subject) {
		return new ClerkMachineRequestPostProcessor(tokenType, subject);
	}

}
