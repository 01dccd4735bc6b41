package io.github.clerkspring.test.servlet;

/**
 * Post-processors of requests of {@link org.springframework.test.web.servlet.MockMvc}.
 *
 * <pre class="code">
 * mvc.perform(get("/invoices").with(clerkSession("user_ada").organization("org_acme").role("org:admin")));
 * </pre>
 */
public final class ClerkRequestPostProcessors {

	private ClerkRequestPostProcessors() {
	}

	/**
	 * Make a request in a session, as if its token had been verified. The application's
	 * own converter makes the principal and its authorities.
	 * @param userId the id of the user
	 * @return the post-processor, to say more about the session
	 */
	public static ClerkSessionRequestPostProcessor clerkSession(String userId) {
		return new ClerkSessionRequestPostProcessor(userId);
	}

}
