package io.github.clerkspring.security.machine;

import java.util.Collection;
import java.util.stream.Collectors;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.github.clerkspring.security.ClerkMachine;

/**
 * Maps a machine to authorities. A bean of this type replaces the default.
 */
@FunctionalInterface
public interface MachineAuthoritiesMapper {

	/**
	 * Return the authorities of a machine.
	 * @param machine the machine, without authorities
	 * @return the authorities
	 */
	Collection<? extends GrantedAuthority> map(ClerkMachine machine);

	/**
	 * Return the default mapper: scopes with a prefix, such as
	 * {@code SCOPE_invoices:read}.
	 * @return a mapper
	 */
	static MachineAuthoritiesMapper withDefaults() {
		return (machine) -> machine.scopes()
			.stream()
			.map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope))
			.collect(Collectors.toSet());
	}

}
