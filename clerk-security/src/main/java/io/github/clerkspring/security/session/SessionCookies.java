package io.github.clerkspring.security.session;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;

/**
 * Chooses between the two cookies that may hold a session token: one with the instance's
 * suffix, and a plain one that several instances on one domain share. What the tokens say
 * is only used to choose; it is verified later.
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
		Map<String, Object> plainClaims = peek(plain);
		if (plain != null && !(plainClaims.get("iss") instanceof String)) {
			return false;
		}
		if (plain != null && !this.rules.issuers().contains(plainClaims.get("iss"))) {
			return true;
		}
		String uat = value(request, "__client_uat");
		String suffixedUat = value(request, "__client_uat" + this.suffix);
		if (suffixedUat == null) {
			// Without its mark of a sign-in the suffixed token is left over from another
			// time
			return false;
		}
		return !plainIsNewer(plainClaims, peek(suffixed), uat, suffixedUat);
	}

	private boolean plainIsNewer(Map<String, Object> plain, Map<String, Object> suffixed, @Nullable String uat,
			String suffixedUat) {
		boolean plainSignedIn = !SIGNED_OUT.equals(uat);
		if (SIGNED_OUT.equals(suffixedUat)) {
			return plainSignedIn;
		}
		if (plainSignedIn) {
			return millis(plain, "iat").compareTo(millis(suffixed, "iat")) > 0;
		}
		return !this.production && millis(suffixed, "exp").compareTo(BigDecimal.valueOf(this.clock.millis())) <= 0;
	}

	static Map<String, Object> peek(@Nullable String token) {
		try {
			return (token != null) ? CompactToken.parse(token).payload() : Map.of();
		}
		catch (TokenRejectedException ex) {
			return Map.of();
		}
	}

	private static BigDecimal millis(Map<String, Object> claims, String name) {
		try {
			return NumericDate.toMillis(claims.get(name));
		}
		catch (TokenRejectedException ex) {
			return BigDecimal.ZERO;
		}
	}

	private static @Nullable String value(RequestView request, String name) {
		String value = request.cookie(name);
		return (value != null && !value.isEmpty()) ? value : null;
	}

}
