package io.github.clerkspring.security.servlet;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.MachineAuthentication;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Authenticates machine tokens.
 */
final class MachineAuthenticationManager implements AuthenticationManager {

	private final MachineTokenVerifier verifier;

	MachineAuthenticationManager(MachineTokenVerifier verifier) {
		this.verifier = verifier;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		return authenticate(request, UnverifiedToken.of(((BearerTokenAuthenticationToken) request).getToken()));
	}

	ClerkTokenType typeOf(UnverifiedToken token) {
		return this.verifier.typeOf(token);
	}

	Authentication authenticate(Authentication request, UnverifiedToken token) {
		try {
			AbstractAuthenticationToken result = MachineAuthentication.of(this.verifier.verifyAndWait(token),
					token.text());
			result.setDetails(request.getDetails());
			return result;
		}
		catch (ClerkUnavailableException ex) {
			throw new AuthenticationServiceException(ex.getMessage(), ex);
		}
	}

}
