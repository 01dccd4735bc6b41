package io.github.clerkspring.security.machine;

import java.util.List;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.clerkspring.security.ClerkMachine;

/**
 * Applies the validators of the application to opaque tokens that Clerk has verified.
 *
 * @param validators the validators
 */
record OpaqueTokenValidators(List<MachineTokenValidator> validators) implements Predicate<ClerkMachine> {

	private static final Log logger = LogFactory.getLog(OpaqueTokenValidators.class);

	OpaqueTokenValidators {
		validators = List.copyOf(validators);
	}

	@Override
	public boolean test(ClerkMachine machine) {
		return this.validators.stream().allMatch((validator) -> isValid(validator, machine));
	}

	private static boolean isValid(MachineTokenValidator validator, ClerkMachine machine) {
		try {
			return validator.isValid(machine);
		}
		catch (RuntimeException ex) {
			// Without the message, which could contain parts of the token
			logger.warn("Refused a token because " + validator.getClass().getName() + " failed with "
					+ ex.getClass().getName());
			return false;
		}
	}

}
