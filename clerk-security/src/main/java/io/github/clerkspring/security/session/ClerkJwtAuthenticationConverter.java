package io.github.clerkspring.security.session;

import java.util.List;

import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Makes an authentication whose principal is a
 * {@link io.github.clerkspring.security.ClerkSession}. On the reactive stack it works
 * behind
 * {@link org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter}.
 */
public final class ClerkJwtAuthenticationConverter extends JwtAuthenticationConverter {

	/**
	 * Create a converter.
	 * @param authoritiesMapper what a session is granted
	 */
	public ClerkJwtAuthenticationConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		// Spring's default would turn a custom claim "scope" into authorities
		setJwtGrantedAuthoritiesConverter((jwt) -> List.of());
		setJwtPrincipalConverter(new ClerkSessionConverter(authoritiesMapper));
	}

}
