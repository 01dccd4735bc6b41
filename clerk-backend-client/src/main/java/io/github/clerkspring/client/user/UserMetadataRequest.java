package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the metadata of a user. Unset types of metadata remain unchanged. */
public final class UserMetadataRequest extends RequestFields<UserMetadataRequest> {

	private UserMetadataRequest(Map<String, @Nullable Object> fields) {
		super(fields, UserMetadataRequest::new);
	}

	/** Create a request without changes. */
	public static UserMetadataRequest create() {
		return new UserMetadataRequest(Map.of());
	}

	public UserMetadataRequest publicMetadata(Map<String, ? extends @Nullable Object> publicMetadata) {
		return set("public_metadata", publicMetadata);
	}

	public UserMetadataRequest privateMetadata(Map<String, ? extends @Nullable Object> privateMetadata) {
		return set("private_metadata", privateMetadata);
	}

	public UserMetadataRequest unsafeMetadata(Map<String, ? extends @Nullable Object> unsafeMetadata) {
		return set("unsafe_metadata", unsafeMetadata);
	}

}
