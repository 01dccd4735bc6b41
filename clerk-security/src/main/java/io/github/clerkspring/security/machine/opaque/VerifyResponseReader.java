package io.github.clerkspring.security.machine.opaque;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.token.StrictJson;

/**
 * Reads the response to the request to verify an opaque token. A token is accepted only
 * if all members have the specified types and none of them contradicts its validity.
 */
final class VerifyResponseReader {

	/**
	 * Maximum size of a response in bytes.
	 */
	static final int MAX_SIZE = 64 * 1024;

	private static final int MAX_CACHEABLE_SIZE = 8 * 1024;

	private static final StrictJson JSON = new StrictJson(MAX_SIZE);

	private final @Nullable String machineId;

	private final Set<String> audience;

	private final Clock clock;

	/**
	 * Create a reader.
	 * @param machineId id of the machine that the application represents, or {@code null}
	 * @param audience accepted audiences of OAuth access tokens; empty if none is
	 * required
	 * @param clock the clock
	 */
	VerifyResponseReader(@Nullable String machineId, Set<String> audience, Clock clock) {
		this.machineId = machineId;
		this.audience = Set.copyOf(audience);
		this.clock = clock;
	}

	VerificationOutcome read(OpaqueTokenFormat format, byte[] body) {
		var members = (body.length <= MAX_SIZE) ? JSON.read(body) : null;
		if (members == null) {
			return unreadable();
		}
		try {
			ClerkMachine machine = read(format, new ResponseMembers(members));
			return new VerificationOutcome.Accepted(machine, body.length <= MAX_CACHEABLE_SIZE);
		}
		catch (RefusedResponseException ex) {
			return ex.outcome();
		}
	}

	static VerificationOutcome.Unavailable unreadable() {
		return VerificationOutcome.Unavailable.because(TokenRejection.UNEXPECTED_ERROR,
				"the response is not a JSON object, or exceeds a limit");
	}

	private ClerkMachine read(OpaqueTokenFormat format, ResponseMembers response) {
		checkActive(response);
		require(format.object().equals(response.text("object")), "object");
		String id = response.text("id");
		require(format.isId(id), "id");
		String subject = response.text("subject");
		require(format.isSubject(subject), "subject");
		checkValid(response);
		checkOtherTimes(response);
		List<String> scopes = response.texts("scopes");
		List<String> audiences = audiences(response);
		ClerkTokenType type = format.tokenType();
		checkRecipient(type, scopes, audiences);
		return new ClerkMachine(type, id, subject, (subject.startsWith("user_")) ? subject : null,
				organizationId(subject, response), (type == ClerkTokenType.OAUTH) ? response.text("client_id") : null,
				(type == ClerkTokenType.API_KEY) ? response.optionalText("name") : null, scopes, audiences,
				(type == ClerkTokenType.OAUTH) ? response.object("act") : Collections.emptyMap(), expiration(response),
				response.object("claims"), Set.of());
	}

	private static void checkActive(ResponseMembers response) {
		if (response.has("active") && !response.flag("active")) {
			throw new RefusedResponseException(TokenRejection.TOKEN_INVALID, "the token is not active");
		}
	}

	private static void checkValid(ResponseMembers response) {
		response.optionalText("revocation_reason");
		if (response.flag("revoked")) {
			throw new RefusedResponseException(TokenRejection.TOKEN_INVALID, "the token is revoked");
		}
		if (response.flag("expired")) {
			throw new RefusedResponseException(TokenRejection.TOKEN_EXPIRED, "the token is expired");
		}
	}

	private static void checkOtherTimes(ResponseMembers response) {
		response.time("created_at");
		response.time("updated_at");
		response.time("last_used_at");
	}

	private @Nullable Instant expiration(ResponseMembers response) {
		require(response.has("expiration"), "expiration");
		Instant expiration = response.time("expiration");
		if (expiration != null && !expiration.isAfter(this.clock.instant())) {
			throw new RefusedResponseException(TokenRejection.TOKEN_EXPIRED, "expiration is in the past");
		}
		return expiration;
	}

	private static List<String> audiences(ResponseMembers response) {
		return (response.members().get("aud") instanceof String audience) ? List.of(audience) : response.texts("aud");
	}

	private void checkRecipient(ClerkTokenType type, List<String> scopes, List<String> audiences) {
		if (type == ClerkTokenType.M2M && this.machineId != null && !scopes.contains(this.machineId)) {
			throw new RefusedResponseException(TokenRejection.TOKEN_VERIFICATION_FAILED,
					"the scopes do not contain this machine");
		}
		if (type == ClerkTokenType.OAUTH && !this.audience.isEmpty()
				&& Collections.disjoint(audiences, this.audience)) {
			throw new RefusedResponseException(TokenRejection.TOKEN_VERIFICATION_FAILED,
					"the audience is missing or not accepted");
		}
	}

	private static @Nullable String organizationId(String subject, ResponseMembers response) {
		if (subject.startsWith("org_")) {
			return subject;
		}
		String organizationId = response.optionalText("org_id");
		require(organizationId == null || organizationId.startsWith("org_"), "org_id");
		return organizationId;
	}

	private static void require(boolean condition, String name) {
		if (!condition) {
			throw ResponseMembers.refused(name);
		}
	}

}
