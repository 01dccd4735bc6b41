package io.github.clerkspring.client.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Result of the verification of an OAuth access token. For an inactive token, only
 * {@code active} is set.
 *
 * @param clientId the client id of the application that the token was issued to
 * @param subject the id of the user
 * @param expiration the expiration time, or {@code null} if none
 * @param aud the audiences
 * @param act the acting party, by the claims {@code sub}, {@code iss} and {@code act};
 * empty if none
 * @param orgId the id of the organization, or {@code null}
 * @param active {@code false} for an inactive token, otherwise {@code null}
 */
public record OAuthAccessToken(@Nullable String id, @Nullable String clientId, @Nullable String subject,
		List<String> scopes, @Nullable Boolean revoked, @Nullable String revocationReason, @Nullable Boolean expired,
		@Nullable Instant expiration, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Boolean active, @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> aud,
		Map<String, Object> act, @Nullable String orgId) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
