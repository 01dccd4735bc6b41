package io.github.clerkspring.security.web;

import java.math.BigDecimal;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Chooses between the two cookies that can contain a session token: the one with the
 * suffix of the instance, and the one without, which instances on the same domain share.
 * The claims are used for the choice only; the chosen token is verified later.
 */
final class SessionCookies {

	private static final String SIGNED_OUT = "0";

	private final String suffix;

	private final boolean production;

	private final SessionTokenRules rules;

	private final Clock clock;

	SessionCookies(ClerkPublishableKey publishableKey, SessionTokenRules rules, Clock clock) {
		this.suffix = "_" + publishableKey.cookieSuffix();
		this.production = publishableKey.instanceType() == ClerkInstanceType.PRODUCTION;
		this.rules = rules;
		this.clock = clock;
	}

	@Nullable String choose(RequestView request) {
		String plain = value(request, "__session");
		String suffixed = value(request, "__session" + this.suffix);
		return (prefersSuffixed(request, plain, suffixed)) ? suffixed : plain;
	}

	private boolean prefersSuffixed(RequestView request, @Nullable String plain, @Nullable String suffixed) {
		UnverifiedToken plainToken = UnverifiedToken.of(plain);
		if (plain != null && plainToken.issuer() == null) {
			return false;
		}
		if (plain != null && !this.rules.issuers().contains(plainToken.issuer())) {
			return true;
		}
		String uat = value(request, "__client_uat");
		String suffixedUat = value(request, "__client_uat" + this.suffix);
		if (suffixedUat == null) {
			// Without the cookie of a sign-in the suffixed token is a leftover
			return false;
		}
		return !plainIsNewer(plainToken, UnverifiedToken.of(suffixed), uat, suffixedUat);
	}

	private boolean plainIsNewer(UnverifiedToken plain, UnverifiedToken suffixed, @Nullable String uat,
			String suffixedUat) {
		boolean plainSignedIn = !SIGNED_OUT.equals(uat);
		if (SIGNED_OUT.equals(suffixedUat)) {
			return plainSignedIn;
		}
		if (plainSignedIn) {
			return plain.issuedAt().compareTo(suffixed.issuedAt()) > 0;
		}
		return !this.production && suffixed.expiresAt().compareTo(BigDecimal.valueOf(this.clock.millis())) <= 0;
	}

	private static @Nullable String value(RequestView request, String name) {
		String value = request.cookie(name);
		return (value != null && !value.isEmpty()) ? value : null;
	}

}
