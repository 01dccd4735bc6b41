package io.github.clerkspring.security.authorization;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;

import io.github.clerkspring.security.ClerkRequirement.Reason;

/**
 * Combines the results of rules that must all grant access.
 */
final class AllResults {

	private AllResults() {
	}

	/**
	 * Combine results.
	 * @param results the results, {@code null} for rules that made no decision
	 * @return the denial of the highest precedence, or a grant if there is none
	 */
	static AuthorizationResult of(List<? extends @Nullable AuthorizationResult> results) {
		return results.stream()
			.<AuthorizationResult>map((result) -> (result != null) ? result : ClerkAuthorizationResult.DENIED)
			.filter((result) -> !result.isGranted())
			.min(Comparator.comparing(AllResults::reason))
			.orElseGet(() -> new AuthorizationDecision(true));
	}

	private static Reason reason(AuthorizationResult denied) {
		return (denied instanceof ClerkAuthorizationResult result && result.refusal() != null)
				? result.refusal().reason() : Reason.INSUFFICIENT;
	}

}
