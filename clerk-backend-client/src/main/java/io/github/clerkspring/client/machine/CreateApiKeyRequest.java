package io.github.clerkspring.client.machine;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An API key to create. */
public final class CreateApiKeyRequest extends RequestFields<CreateApiKeyRequest> {

	private static final int MAX_TYPE = 25;

	private static final int MAX_DESCRIPTION = 255;

	private CreateApiKeyRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateApiKeyRequest::new);
	}

	/** Begin with a name of at least 3 characters and the user or whoever it acts for. */
	public static CreateApiKeyRequest create(String name, String subject) {
		return new CreateApiKeyRequest(Map.of()).set("name", name).set("subject", subject);
	}

	/** {@code api_key} unless set. */
	public CreateApiKeyRequest type(String type) {
		return set("type", text("type", type, MAX_TYPE));
	}

	public CreateApiKeyRequest description(@Nullable String description) {
		return setNullable("description", text("description", description, MAX_DESCRIPTION));
	}

	/** What else verification is to tell of the key. */
	public CreateApiKeyRequest claims(@Nullable Map<String, ? extends @Nullable Object> claims) {
		return setNullable("claims", claims);
	}

	public CreateApiKeyRequest scopes(List<String> scopes) {
		return set("scopes", scopes);
	}

	/** The id of the user who creates it. */
	public CreateApiKeyRequest createdBy(@Nullable String createdBy) {
		return setNullable("created_by", createdBy);
	}

	/** Null stands for never. */
	public CreateApiKeyRequest secondsUntilExpiration(@Nullable Long secondsUntilExpiration) {
		return setNullable("seconds_until_expiration",
				number("secondsUntilExpiration", secondsUntilExpiration, 1, Long.MAX_VALUE));
	}

}
