package io.github.clerkspring.client.enterprise;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Test run (trial sign-in) of an enterprise connection.
 *
 * @param parsedUserInfo the user as parsed by Clerk, or {@code null} until the provider
 * responds
 * @param saml the messages of a SAML connection, otherwise {@code null}
 * @param oauth the tokens of an OpenID Connect connection, otherwise {@code null}
 */
public record EnterpriseConnectionTestRun(String id, Status status, ConnectionType connectionType,
		@Nullable ParsedUserInfo parsedUserInfo, List<LogEntry> logs, @Nullable Saml saml, @Nullable OAuth oauth,
		Instant createdAt) {

	/** Status of a test run. */
	public record Status(@JsonValue String value) {

		public static final Status PENDING = new Status("pending");

		public static final Status SUCCESS = new Status("success");

		public static final Status FAILED = new Status("failed");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Protocol of the connection. */
	public record ConnectionType(@JsonValue String value) {

		public static final ConnectionType SAML = new ConnectionType("saml");

		public static final ConnectionType OAUTH = new ConnectionType("oauth");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** User with the data and user id of the identity provider. */
	public record ParsedUserInfo(@Nullable String emailAddress, @Nullable String firstName, @Nullable String lastName,
			@Nullable String userId) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Log entry of a test run. */
	public record LogEntry(String level, @Nullable String code, @Nullable String shortMessage, String message) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Messages of a SAML test run. */
	public record Saml(@Nullable String samlRequest, @Nullable Secret samlResponse, @Nullable String relayState) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Tokens and user info of an OpenID Connect test run. */
	public record OAuth(@Nullable Secret idToken, @Nullable Secret accessToken, @Nullable String userInfo) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
