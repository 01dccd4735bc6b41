package io.github.clerkspring.security.servlet;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.MachineAuthentication;
import io.github.clerkspring.security.machine.MachineTokenVerifier;

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
		String token = ((BearerTokenAuthenticationToken) request).getToken();
		try {
			AbstractAuthenticationToken result = MachineAuthentication.of(this.verifier.verifyAndWait(token), token);
			result.setDetails(request.getDetails());
			return result;
		}
		catch (ClerkUnavailableException ex) {
			throw new AuthenticationServiceException(ex.getMessage(), ex);
		}
	}

}
