package io.github.clerkspring.sample.webhooks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.user.EmailAddress;
import io.github.clerkspring.client.user.User;

/**
 * An object of one side of the comparison.
 *
 * @param id the id
 * @param createdAt the time of its creation in milliseconds
 * @param values the compared values, in the order of the columns of the page
 */
record Entry(String id, long createdAt, List<String> values) {

	static Entry of(User user) {
		EmailAddress email = user.primaryEmailAddress();
		return ofUser(user.id(), user.createdAt().toEpochMilli(), name(user.firstName(), user.lastName()),
				(email != null) ? email.emailAddress() : null, user.banned());
	}

	static Entry of(ClerkUser user) {
		return ofUser(user.id(), user.createdAt(), name(user.firstName(), user.lastName()), user.emailAddress(),
				user.banned());
	}

	private static Entry ofUser(String id, long createdAt, String name, @Nullable String email, boolean banned) {
		return new Entry(id, createdAt, List.of(name, (email != null) ? email : "", banned ? "yes" : "no"));
	}

	static Entry of(Organization organization) {
		return new Entry(organization.id(), organization.createdAt().toEpochMilli(),
				List.of(organization.name(), organization.slug()));
	}

	static Entry of(ClerkOrganization organization) {
		return new Entry(organization.id(), organization.createdAt(),
				List.of(organization.name(), organization.slug()));
	}

	static Entry of(OrganizationMembership membership) {
		OrganizationMembership.PublicUserData user = membership.publicUserData();
		return new Entry(membership.id(), membership.createdAt().toEpochMilli(),
				List.of(membership.organization().name(), (user != null) ? name(user.firstName(), user.lastName()) : "",
						membership.role()));
	}

	static Entry of(ClerkMembership membership) {
		ClerkUser user = membership.user();
		return new Entry(membership.id(), membership.createdAt(),
				List.of(membership.organization().name(), name(user.firstName(), user.lastName()), membership.role()));
	}

	private static String name(@Nullable String... parts) {
		return Stream.of(parts).filter(StringUtils::hasText).collect(Collectors.joining(" "));
	}

}
