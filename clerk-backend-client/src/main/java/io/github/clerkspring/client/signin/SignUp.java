package io.github.clerkspring.client.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Sign-up attempt.
 *
 * @param abandonAt the time at which the attempt is considered abandoned
 * @param externalAccount deprecated, the created user has the external accounts
 */
public record SignUp(String id, Status status, List<String> requiredFields, List<String> optionalFields,
		List<String> missingFields, List<String> unverifiedFields, @Nullable Verifications verifications,
		@Nullable String username, @Nullable String emailAddress, @Nullable String phoneNumber,
		@Nullable String web3Wallet, boolean passwordEnabled, @Nullable String firstName, @Nullable String lastName,
		Map<String, Object> unsafeMetadata, Map<String, Object> publicMetadata, boolean customAction,
		@Nullable String externalId, @Nullable String createdSessionId, @Nullable String createdUserId,
		Instant abandonAt, @Nullable Instant legalAcceptedAt, @Nullable String locale,
		@Deprecated Map<String, Object> externalAccount) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Status of a sign-up. */
	public record Status(@JsonValue String value) {

		public static final Status MISSING_REQUIREMENTS = new Status("missing_requirements");

		public static final Status COMPLETE = new Status("complete");

		public static final Status ABANDONED = new Status("abandoned");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Verification states of the identifiers. */
	public record Verifications(@Nullable Verification emailAddress, @Nullable Verification phoneNumber,
			@Nullable Verification web3Wallet, Map<String, Object> externalAccount) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Verification state of an identifier. */
	public record Verification(@Nullable NextAction nextAction, List<String> supportedStrategies) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Next action required by a verification. */
	public record NextAction(@JsonValue String value) {

		public static final NextAction NEEDS_PREPARE = new NextAction("needs_prepare");

		public static final NextAction NEEDS_ATTEMPT = new NextAction("needs_attempt");

		public static final NextAction NONE = new NextAction("");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
