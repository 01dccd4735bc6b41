package io.github.clerkspring.boot.security.authorization;

import java.util.Locale;
import java.util.function.UnaryOperator;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.Reverification.Level;

/**
 * What the endpoints of {@link RulesController} require.
 */
enum Rule {

	ORGANIZATION(ClerkRequirement::organization),

	ROLE((requirement) -> requirement.role("org:admin")),

	ROLE_BARE((requirement) -> requirement.role("admin")),

	ROLE_TWICE((requirement) -> requirement.role("org:org:admin")),

	ROLE_CASE((requirement) -> requirement.role("org:Admin")),

	PERMISSION((requirement) -> requirement.permission("org:invoices:read")),

	PERMISSION_BARE((requirement) -> requirement.permission("invoices:read")),

	FEATURE((requirement) -> requirement.feature("export")),

	FEATURE_O((requirement) -> requirement.feature("o:export")),

	FEATURE_ORGANIZATION((requirement) -> requirement.feature("organization:export")),

	FEATURE_USER((requirement) -> requirement.feature("user:export")),

	FEATURE_UNKNOWN((requirement) -> requirement.feature("x:export")),

	PLAN((requirement) -> requirement.plan("pro")),

	PLAN_ORG((requirement) -> requirement.plan("org:pro")),

	PLAN_U((requirement) -> requirement.plan("u:pro")),

	FIRST_5((requirement) -> requirement.reverification(new Reverification(Level.FIRST_FACTOR, 5))),

	STRICT_MFA((requirement) -> requirement.reverification(Reverification.STRICT_MFA)),

	STRICT((requirement) -> requirement.reverification(Reverification.STRICT)),

	MODERATE((requirement) -> requirement.reverification(Reverification.MODERATE)),

	LAX((requirement) -> requirement.reverification(Reverification.LAX));

	private final ClerkRequirement requirement;

	Rule(UnaryOperator<ClerkRequirement> requirement) {
		this.requirement = requirement.apply(ClerkRequirement.create());
	}

	ClerkRequirement requirement() {
		return this.requirement;
	}

	boolean isReverification() {
		return ordinal() >= FIRST_5.ordinal();
	}

	String path() {
		return "/" + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the response to sessions that lack this.
	 * @return the body, empty if it has none
	 */
	String deniedBody() {
		if (!isReverification()) {
			return "";
		}
		String value = (this == FIRST_5) ? "{\"level\":\"first_factor\",\"afterMinutes\":5}"
				: "\"" + name().toLowerCase(Locale.ROOT) + "\"";
		return "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
				+ "\"metadata\":{\"reverification\":" + value + "}}}";
	}

}
