package io.github.clerkspring.security.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.TokenRejection;

/**
 * Applies the validators of the application, all of them and in their order, to tokens
 * that Clerk's rules accept. A validator that throws an exception rejects the token.
 */
final class TokenValidators {

	private static final Log logger = LogFactory.getLog(TokenValidators.class);

	private final List<OAuth2TokenValidator<Jwt>> validators;

	TokenValidators(Collection<OAuth2TokenValidator<Jwt>> validators) {
		this.validators = List.copyOf(validators);
	}

	void validate(Jwt jwt) {
		List<OAuth2Error> errors = new ArrayList<>();
		for (OAuth2TokenValidator<Jwt> validator : this.validators) {
			errors.addAll(validate(validator, jwt));
		}
		if (!errors.isEmpty()) {
			throw new TokenRejectedException(TokenRejection.TOKEN_REFUSED_BY_VALIDATOR, errors);
		}
	}

	private static Collection<OAuth2Error> validate(OAuth2TokenValidator<Jwt> validator, Jwt jwt) {
		try {
			return validator.validate(jwt).getErrors();
		}
		catch (RuntimeException ex) {
			// Neither the message nor the cause, which could show parts of the token
			logger.warn("Refused a token because " + validator.getClass().getName() + " failed with "
					+ UnexpectedFailure.describe(ex));
			throw new TokenRejectedException(TokenRejection.TOKEN_REFUSED_BY_VALIDATOR);
		}
	}

}
