package io.github.clerkspring.test.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Factory for authentications from claims, with the converter of the application. Used by
 * the test support of the two web stacks.
 */
public final class SessionAuthentications {

	private static final String CLOCK = "clerkClock";

	private static final Duration LIFETIME = Duration.ofSeconds(60);

	private SessionAuthentications() {
	}

	/**
	 * Create the authentication that the application would create for a valid token with
	 * the given claims.
	 * @param claims the claims, to which time claims are added from the bean
	 * {@code clerkClock} or the system time
	 * @param context the application context
	 * @return the authentication
	 */
	public static AbstractAuthenticationToken authenticate(SessionClaims<?> claims, ApplicationContext context) {
		Instant now = clock(context).instant();
		Jwt jwt = Jwt.withTokenValue("not-signed")
			.header("alg", "RS256")
			.header("typ", "JWT")
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(LIFETIME))
			.claims((all) -> all.putAll(claims.claims()))
			.build();
		AbstractAuthenticationToken authentication = converter(context).convert(jwt);
		if (authentication == null) {
			throw new IllegalStateException("The converter made no authentication of the claims");
		}
		return authentication;
	}

	private static Clock clock(ApplicationContext context) {
		return (context.containsBean(CLOCK)) ? context.getBean(CLOCK, Clock.class) : Clock.systemUTC();
	}

	private static ClerkJwtAuthenticationConverter converter(ApplicationContext context) {
		ClerkJwtAuthenticationConverter converter = context.getBeanProvider(ClerkJwtAuthenticationConverter.class)
			.getIfAvailable();
		if (converter != null) {
			return converter;
		}
		// An application with its own decoder does not have a converter bean
		ClerkAuthoritiesMapper mapper = context.getBeanProvider(ClerkAuthoritiesMapper.class).getIfAvailable();
		if (mapper == null) {
			throw new IllegalStateException("There is no ClerkJwtAuthenticationConverter in the application context: "
					+ "is Clerk's security auto-configuration part of this test?");
		}
		return new ClerkJwtAuthenticationConverter(mapper);
	}

}
