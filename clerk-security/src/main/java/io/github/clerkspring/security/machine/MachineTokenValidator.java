package io.github.clerkspring.security.machine;

import io.github.clerkspring.security.ClerkMachine;

/**
 * Validates machine tokens that Clerk's rules accept, such as tokens of certain OAuth
 * applications only. Beans of this type are applied on every use of a token, on both
 * stacks, so they must not block in a reactive application.
 */
@FunctionalInterface
public interface MachineTokenValidator {

	/**
	 * Return whether a token is accepted.
	 * @param machine the content of the token, without authorities
	 * @return {@code false} to reject the token
	 */
	boolean isValid(ClerkMachine machine);

}
