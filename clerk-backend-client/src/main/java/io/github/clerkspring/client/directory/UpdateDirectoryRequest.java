package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a directory or SCIM directory. Unset fields remain unchanged. */
public final class UpdateDirectoryRequest extends RequestFields<UpdateDirectoryRequest> {

	private UpdateDirectoryRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateDirectoryRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateDirectoryRequest create() {
		return new UpdateDirectoryRequest(Map.of());
	}

	public UpdateDirectoryRequest name(String name) {
		return set("name", name);
	}

	public UpdateDirectoryRequest enabled(boolean enabled) {
		return set("enabled", enabled);
	}

	public UpdateDirectoryRequest provider(String provider) {
		return set("provider", provider);
	}

	/**
	 * Set attributes of the mapping. A null value removes an attribute; attributes that
	 * are not named remain unchanged.
	 */
	public UpdateDirectoryRequest attributeMapping(Map<String, ? extends @Nullable String> value) {
		return set("attribute_mapping", value);
	}

	public UpdateDirectoryRequest groupRoleMappingEnabled(boolean groupRoleMappingEnabled) {
		return set("group_role_mapping_enabled", groupRoleMappingEnabled);
	}

}
