package io.github.clerkspring.client.machine;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update an API key. Unset fields remain unchanged. */
public final class UpdateApiKeyRequest extends RequestFields<UpdateApiKeyRequest> {

	private static final int MAX_DESCRIPTION = 255;

	private UpdateApiKeyRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateApiKeyRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateApiKeyRequest create() {
		return new UpdateApiKeyRequest(Map.of());
	}

	/** Set additional claims that are returned by the verification. */
	public UpdateApiKeyRequest claims(@Nullable Map<String, ? extends @Nullable Object> claims) {
		return setNullable("claims", claims);
	}

	public UpdateApiKeyRequest scopes(List<String> scopes) {
		return set("scopes", scopes);
	}

	public UpdateApiKeyRequest description(@Nullable String description) {
		return setNullable("description", text("description", description, MAX_DESCRIPTION));
	}

	public UpdateApiKeyRequest subject(String subject) {
		return set("subject", subject);
	}

	/** Set the lifetime in seconds; null for no expiration. */
	public UpdateApiKeyRequest secondsUntilExpiration(@Nullable Long secondsUntilExpiration) {
		return setNullable("seconds_until_expiration",
				number("secondsUntilExpiration", secondsUntilExpiration, 1, Long.MAX_VALUE));
	}

}
