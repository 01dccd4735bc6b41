package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to update the metadata of an organization or membership. Unset types of
 * metadata remain unchanged.
 */
public final class OrganizationMetadataRequest extends RequestFields<OrganizationMetadataRequest> {

	private OrganizationMetadataRequest(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationMetadataRequest::new);
	}

	/** Create a request without changes. */
	public static OrganizationMetadataRequest create() {
		return new OrganizationMetadataRequest(Map.of());
	}

	public OrganizationMetadataRequest publicMetadata(Map<String, ? extends @Nullable Object> publicMetadata) {
		return set("public_metadata", publicMetadata);
	}

	public OrganizationMetadataRequest privateMetadata(Map<String, ? extends @Nullable Object> privateMetadata) {
		return set("private_metadata", privateMetadata);
	}

}
