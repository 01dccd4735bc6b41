package io.github.clerkspring.security.session;

import java.util.Collection;

import org.springframework.security.core.GrantedAuthority;

import io.github.clerkspring.security.ClerkSession;

/**
 * Maps a session to authorities. A bean of this type replaces the default.
 */
@FunctionalInterface
public interface ClerkAuthoritiesMapper {

	/**
	 * Return the authorities of a session.
	 * @param session the session, without authorities
	 * @return the authorities
	 */
	Collection<? extends GrantedAuthority> map(ClerkSession session);

	/**
	 * Return the default mapper: permissions without prefix
	 * ({@code org:invoices:create}), the role as {@code ROLE_org:admin}, features as
	 * {@code FEATURE_export} and plans as {@code PLAN_pro}.
	 * @return a mapper
	 */
	static ClerkAuthoritiesMapper withDefaults() {
		return new DefaultClerkAuthoritiesMapper();
	}

}
