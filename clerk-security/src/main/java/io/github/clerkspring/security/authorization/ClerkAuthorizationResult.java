package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkRequirement.Reason;
import io.github.clerkspring.security.ClerkRequirement.Refusal;
import io.github.clerkspring.security.ClerkSession;

/**
 * {@link AuthorizationResult} of a requirement, with the reason of a denial.
 */
public final class ClerkAuthorizationResult implements AuthorizationResult {

	private static final Refusal INSUFFICIENT = new Refusal(Reason.INSUFFICIENT, null);

	static final ClerkAuthorizationResult DENIED = new ClerkAuthorizationResult(INSUFFICIENT, null);

	static final ClerkAuthorizationResult GRANTED = new ClerkAuthorizationResult(null, null);

	private final @Nullable Refusal refusal;

	private final @Nullable String missingScope;

	private ClerkAuthorizationResult(@Nullable Refusal refusal, @Nullable String missingScope) {
		this.refusal = refusal;
		this.missingScope = missingScope;
	}

	static ClerkAuthorizationResult missingScope(String scope) {
		return new ClerkAuthorizationResult(INSUFFICIENT, scope);
	}

	static ClerkAuthorizationResult of(@Nullable Authentication authentication, ClerkRequirement requirement) {
		if (authentication == null || !authentication.isAuthenticated()
				|| !(authentication.getPrincipal() instanceof ClerkSession session)) {
			return DENIED;
		}
		Refusal refusal = requirement.refuse(session);
		return (refusal != null) ? new ClerkAuthorizationResult(refusal, null) : GRANTED;
	}

	@Override
	public boolean isGranted() {
		return this.refusal == null;
	}

	/**
	 * Return the reason of the denial.
	 * @return the reason, or {@code null} if access is granted
	 */
	public @Nullable Refusal refusal() {
		return this.refusal;
	}

	/**
	 * Return the scope that the token does not have.
	 * @return the scope, or {@code null} if access is granted or denied for another
	 * reason
	 */
	public @Nullable String missingScope() {
		return this.missingScope;
	}

	/**
	 * Return whether the response differs from the default response to a denial.
	 * @return whether the denial has a specific response
	 */
	boolean hasResponse() {
		return this.missingScope != null || (this.refusal != null && this.refusal.reason() != Reason.INSUFFICIENT);
	}

	@Override
	public String toString() {
		return "ClerkAuthorizationResult[" + ((this.refusal != null) ? this.refusal.reason() : "granted") + "]";
	}

}
