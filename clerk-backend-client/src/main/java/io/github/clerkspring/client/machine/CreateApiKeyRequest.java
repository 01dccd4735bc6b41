package io.github.clerkspring.client.machine;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an API key. */
public final class CreateApiKeyRequest extends RequestFields<CreateApiKeyRequest> {

	private static final int MAX_TYPE = 25;

	private static final int MAX_DESCRIPTION = 255;

	private CreateApiKeyRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateApiKeyRequest::new);
	}

	/**
	 * Create a request with the name, at least 3 characters, and the id of the subject.
	 */
	public static CreateApiKeyRequest create(String name, String subject) {
		return new CreateApiKeyRequest(Map.of()).set("name", name).set("subject", subject);
	}

	/** Set the type. Defaults to {@code api_key}. */
	public CreateApiKeyRequest type(String type) {
		return set("type", text("type", type, MAX_TYPE));
	}

	public CreateApiKeyRequest description(@Nullable String description) {
		return setNullable("description", text("description", description, MAX_DESCRIPTION));
	}

	/** Set additional claims that are returned by the verification. */
	public CreateApiKeyRequest claims(@Nullable Map<String, ? extends @Nullable Object> claims) {
		return setNullable("claims", claims);
	}

	public CreateApiKeyRequest scopes(List<String> scopes) {
		return set("scopes", scopes);
	}

	/** Set the id of the user who creates the key. */
	public CreateApiKeyRequest createdBy(@Nullable String createdBy) {
		return setNullable("created_by", createdBy);
	}

	/** Set the lifetime in seconds; null for no expiration. */
	public CreateApiKeyRequest secondsUntilExpiration(@Nullable Long secondsUntilExpiration) {
		return setNullable("seconds_until_expiration",
				number("secondsUntilExpiration", secondsUntilExpiration, 1, Long.MAX_VALUE));
	}

}
