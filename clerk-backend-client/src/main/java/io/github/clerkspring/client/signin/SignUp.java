package io.github.clerkspring.client.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * An attempt to sign up.
 *
 * @param abandonAt when Clerk gives the attempt up
 * @param externalAccount deprecated, the user has the external accounts once created
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

	/** How far the sign-up has come. */
	public record Status(@JsonValue String value) {

		public static final Status MISSING_REQUIREMENTS = new Status("missing_requirements");

		public static final Status COMPLETE = new Status("complete");

		public static final Status ABANDONED = new Status("abandoned");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** How far each identifier is verified. */
	public record Verifications(@Nullable Verification emailAddress, @Nullable Verification phoneNumber,
			@Nullable Verification web3Wallet, Map<String, Object> externalAccount) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** How far one identifier is verified. */
	public record Verification(@Nullable NextAction nextAction, List<String> supportedStrategies) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** What the verification waits for. */
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
