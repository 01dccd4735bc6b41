package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkRequirement.Reason;
import io.github.clerkspring.security.ClerkRequirement.Refusal;
import io.github.clerkspring.security.ClerkSession;

/**
 * {@link AuthorizationResult} of a requirement, with the reason of a refusal.
 */
public final class ClerkAuthorizationResult implements AuthorizationResult {

	static final ClerkAuthorizationResult DENIED = new ClerkAuthorizationResult(new Refusal(Reason.INSUFFICIENT, null));

	private static final ClerkAuthorizationResult GRANTED = new ClerkAuthorizationResult(null);

	private final @Nullable Refusal refusal;

	private ClerkAuthorizationResult(@Nullable Refusal refusal) {
		this.refusal = refusal;
	}

	static ClerkAuthorizationResult of(@Nullable Authentication authentication, ClerkRequirement requirement) {
		if (authentication == null || !authentication.isAuthenticated()
				|| !(authentication.getPrincipal() instanceof ClerkSession session)) {
			return DENIED;
		}
		Refusal refusal = requirement.refuse(session);
		return (refusal != null) ? new ClerkAuthorizationResult(refusal) : GRANTED;
	}

	@Override
	public boolean isGranted() {
		return this.refusal == null;
	}

	/**
	 * Return why access is denied.
	 * @return the reason, or {@code null} if access is granted
	 */
	public @Nullable Refusal refusal() {
		return this.refusal;
	}

	/**
	 * Return whether the response to this denial is not the one to any other denial.
	 * @return whether it has a response of its own
	 */
	boolean hasResponse() {
		return this.refusal != null && this.refusal.reason() != Reason.INSUFFICIENT;
	}

	@Override
	public String toString() {
		return "ClerkAuthorizationResult[" + ((this.refusal != null) ? this.refusal.reason() : "granted") + "]";
	}

}
