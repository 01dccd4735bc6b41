package io.github.clerkspring.security.machine;

import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * One type of signed machine tokens.
 */
interface SignedMachineTokens {

	/**
	 * Return the type.
	 * @return the type of the tokens
	 */
	ClerkTokenType tokenType();

	/**
	 * Return the accepted values of the header parameter {@code typ}.
	 * @return the values
	 */
	Set<String> headerTypes();

	/**
	 * Return the accepted values of the header parameter {@code cat}.
	 * @return the values; a token without {@code cat} is accepted
	 */
	Set<String> categories();

	/**
	 * Return the accepted audiences.
	 * @return the audiences, of which a token must have one; empty to accept all
	 */
	Set<String> audience();

	/**
	 * Read the claims of a token.
	 * @param jwt a token with a valid signature
	 * @return the machine, without authorities
	 * @throws MachineClaims.InvalidClaimException if the token is not of this type
	 */
	ClerkMachine read(Jwt jwt);

}
