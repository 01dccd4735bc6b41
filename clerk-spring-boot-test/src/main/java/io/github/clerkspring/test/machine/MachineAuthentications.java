package io.github.clerkspring.test.machine;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.machine.MachineAuthentication;
import io.github.clerkspring.security.machine.MachineAuthoritiesMapper;

/**
 * Factory for authentications from the content of machine tokens, with the authorities
 * mapper of the application. Used by the test support of the two web stacks.
 */
public final class MachineAuthentications {

	private MachineAuthentications() {
	}

	/**
	 * Create the authentication that the application would create for a valid token with
	 * the given content.
	 * @param content the content of the token
	 * @param context the application context
	 * @return the authentication
	 */
	public static AbstractAuthenticationToken authenticate(MachineTokenContent<?> content, ApplicationContext context) {
		ClerkMachine machine = content.machine();
		MachineAuthoritiesMapper mapper = context.getBeanProvider(MachineAuthoritiesMapper.class)
			.getIfAvailable(MachineAuthoritiesMapper::withDefaults);
		return MachineAuthentication.of(machine.withAuthorities(mapper.map(machine)), "not-verified");
	}

}
