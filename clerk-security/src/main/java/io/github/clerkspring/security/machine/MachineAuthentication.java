package io.github.clerkspring.security.machine;

import java.util.HashSet;
import java.util.Set;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;

import io.github.clerkspring.security.ClerkMachine;

/**
 * Creates authentications whose principal is a {@link ClerkMachine}. As for session
 * tokens, their credentials are the token, which an application needs to forward it.
 */
public final class MachineAuthentication {

	private MachineAuthentication() {
	}

	/**
	 * Create an authentication.
	 * @param machine the machine, with its authorities
	 * @param token its verified token
	 * @return the authentication
	 */
	public static AbstractAuthenticationToken of(ClerkMachine machine, String token) {
		Set<GrantedAuthority> authorities = new HashSet<>(machine.authorities());
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.BEARER_AUTHORITY));
		return new BearerTokenAuthentication(machine, new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token,
				null, machine.expiresAt(), Set.copyOf(machine.scopes())), authorities);
	}

}
