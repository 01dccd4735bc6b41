package io.github.clerkspring.security.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.github.clerkspring.security.ClerkSession;

/**
 * Default {@link ClerkAuthoritiesMapper}.
 */
final class DefaultClerkAuthoritiesMapper implements ClerkAuthoritiesMapper {

	@Override
	public Collection<? extends GrantedAuthority> map(ClerkSession session) {
		Set<GrantedAuthority> authorities = new LinkedHashSet<>();
		ClerkSession.Organization organization = session.organization();
		if (organization != null) {
			add(authorities, "", organization.permissions());
			if (organization.role() != null) {
				authorities.add(new SimpleGrantedAuthority("ROLE_" + organization.role()));
			}
		}
		add(authorities, "FEATURE_", session.features().all());
		add(authorities, "PLAN_", session.plans().all());
		return authorities;
	}

	private static void add(Set<GrantedAuthority> authorities, String prefix, Collection<String> names) {
		names.forEach((name) -> authorities.add(new SimpleGrantedAuthority(prefix + name)));
	}

}
