package io.github.clerkspring.test.reactive;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Configurers of a {@link org.springframework.test.web.reactive.server.WebTestClient}
 * that is bound to the application context.
 *
 * <pre class="code">
 * client.mutateWith(clerkSession("user_ada").organization("org_acme").role("org:admin"))
 * 	.get().uri("/invoices").exchange().expectStatus().isOk();
 * </pre>
 */
public final class ClerkServerConfigurers {

	private ClerkServerConfigurers() {
	}

	/**
	 * Establish a session for requests, as if its token had been verified. The converter
	 * of the application creates the principal and its authorities.
	 * @param userId the id of the user
	 * @return the mutator, for further claims of the session
	 */
	public static ClerkSessionMutator clerkSession(String userId) {
		return new ClerkSessionMutator(userId);
	}

	/**
	 * Establish a machine for requests, as if its token had been verified. The
	 * application maps it to its authorities.
	 * @param tokenType the type of the token, not {@link ClerkTokenType#SESSION}
	 * @param subject the id of the machine, user or organization that the token was
	 * issued to
	 * @return the mutator, for further content of the token
	 */
	public static ClerkMachineMutator clerkMachine(ClerkTokenType tokenType, String subject) {
		return new ClerkMachineMutator(tokenType, subject);
	}

}
