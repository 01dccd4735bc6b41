package io.github.clerkspring.boot.security;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * Types of tokens that the application accepts. Not intended for use by applications.
 */
public final class AcceptedTokens {

	private AcceptedTokens() {
	}

	/**
	 * Return the types of {@code clerk.accepted-tokens}.
	 * @param properties the properties
	 * @return the types, in the order of {@link ClerkTokenType}
	 */
	public static Set<ClerkTokenType> of(ClerkProperties properties) {
		return properties.acceptedTokens()
			.stream()
			.map((type) -> ClerkTokenType.valueOf(type.toUpperCase(Locale.ROOT).replace('-', '_')))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ClerkTokenType.class)));
	}

	static boolean isMachineAccepted(ClerkProperties properties) {
		return of(properties).stream().anyMatch((type) -> type != ClerkTokenType.SESSION);
	}

	static boolean isSessionAccepted(ClerkProperties properties) {
		return of(properties).contains(ClerkTokenType.SESSION);
	}

}
