package io.github.clerkspring.security.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.ClassUtils;

import io.github.clerkspring.security.ClerkSession;

/**
 * Converts a verified session token to an authentication whose principal is a
 * {@link ClerkSession}. On the reactive stack it works behind
 * {@link org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter}.
 */
public final class ClerkJwtAuthenticationConverter implements Converter<Jwt, AbstractAuthenticationToken> {

	private static final boolean PRINCIPAL_CONVERTER = ClassUtils.hasMethod(JwtAuthenticationConverter.class,
			"setJwtPrincipalConverter", Converter.class);

	private final ClerkSessionConverter sessionConverter;

	/**
	 * Create a converter.
	 * @param authoritiesMapper maps a session to its authorities
	 */
	public ClerkJwtAuthenticationConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		this.sessionConverter = new ClerkSessionConverter(authoritiesMapper);
	}

	@Override
	public AbstractAuthenticationToken convert(Jwt jwt) {
		return new SessionAuthenticationToken(jwt, this.sessionConverter.convert(jwt));
	}

	/**
	 * Return a converter of the type that Spring Security uses as a bean, for chains with
	 * {@code oauth2ResourceServer((server) -> server.jwt(withDefaults()))}. With Spring
	 * Security 7.0 the principal is then the {@link Jwt}, with the authorities of the
	 * session.
	 * @return the converter
	 */
	public JwtAuthenticationConverter asJwtAuthenticationConverter() {
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		if (PRINCIPAL_CONVERTER) {
			// Spring's default would turn a custom claim "scope" into authorities
			converter.setJwtGrantedAuthoritiesConverter((jwt) -> List.of());
			converter.setJwtPrincipalConverter(this.sessionConverter);
		}
		else {
			converter.setJwtGrantedAuthoritiesConverter(
					(jwt) -> List.copyOf(this.sessionConverter.convert(jwt).getAuthorities()));
		}
		return converter;
	}

	private static Collection<GrantedAuthority> authorities(ClerkSession session) {
		List<GrantedAuthority> authorities = new ArrayList<>(session.getAuthorities().size() + 1);
		authorities.addAll(session.getAuthorities());
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.BEARER_AUTHORITY));
		return authorities;
	}

	/**
	 * {@link JwtAuthenticationToken} whose principal is a session, for all versions of
	 * Spring Security 7.
	 */
	private static final class SessionAuthenticationToken extends JwtAuthenticationToken {

		private final ClerkSession session;

		SessionAuthenticationToken(Jwt jwt, ClerkSession session) {
			super(jwt, authorities(session), session.getName());
			this.session = session;
		}

		@Override
		public Object getPrincipal() {
			return this.session;
		}

	}

}
