package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Metadata of a user. Kinds that are not set stay as they are. */
public final class UserMetadataRequest extends RequestFields<UserMetadataRequest> {

	private UserMetadataRequest(Map<String, @Nullable Object> fields) {
		super(fields, UserMetadataRequest::new);
	}

	/** Begin with no change. */
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
