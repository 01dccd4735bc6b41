package io.github.clerkspring.client.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * What Clerk knows of an access token. Of one that is not active it tells nothing else.
 *
 * @param clientId the application it was issued to
 * @param subject the id of the user
 * @param expiration when it expires, or {@code null} if never
 * @param aud the audiences it is meant for
 * @param act the party that acts for the subject, by the claims {@code sub}, {@code iss}
 * and {@code act}; empty if there is none
 * @param orgId the id of the organization, or {@code null}
 * @param active {@code false} of a token that is not active, otherwise {@code null}
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
