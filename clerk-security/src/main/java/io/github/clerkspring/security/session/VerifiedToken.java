package io.github.clerkspring.security.session;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Token whose signature was found good.
 *
 * @param token the token
 * @param key the key it was verified with
 * @param jwt the token as Spring Security knows it
 */
record VerifiedToken(CompactToken token, VerificationKey key, Jwt jwt) {

}
