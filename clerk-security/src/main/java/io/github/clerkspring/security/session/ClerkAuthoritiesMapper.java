package io.github.clerkspring.security.session;

import java.util.Collection;

import org.springframework.security.core.GrantedAuthority;

import io.github.clerkspring.security.ClerkSession;

/**
 * Decides which authorities a session has. A bean of this type replaces the default.
 */
@FunctionalInterface
public interface ClerkAuthoritiesMapper {

	/**
	 * Return the authorities of a session.
	 * @param session the session, without authorities yet
	 * @return its authorities
	 */
	Collection<? extends GrantedAuthority> map(ClerkSession session);

	/**
	 * Return the default mapper: a permission as it is ({@code org:invoices:create}), the
	 * role as {@code ROLE_org:admin}, features as {@code FEATURE_export} and plans as
	 * {@code PLAN_pro}.
	 * @return a mapper
	 */
	static ClerkAuthoritiesMapper withDefaults() {
		return new DefaultClerkAuthoritiesMapper();
	}

}
