package io.github.clerkspring.client.enterprise;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Mapping of user properties to the attribute names of the identity provider. */
public final class SamlAttributeMapping extends RequestFields<SamlAttributeMapping> {

	private SamlAttributeMapping(Map<String, @Nullable Object> fields) {
		super(fields, SamlAttributeMapping::new);
	}

	/** Create an empty mapping. */
	public static SamlAttributeMapping create() {
		return new SamlAttributeMapping(Map.of());
	}

	public SamlAttributeMapping userId(@Nullable String userId) {
		return setNullable("user_id", userId);
	}

	public SamlAttributeMapping emailAddress(@Nullable String emailAddress) {
		return setNullable("email_address", emailAddress);
	}

	public SamlAttributeMapping firstName(@Nullable String firstName) {
		return setNullable("first_name", firstName);
	}

	public SamlAttributeMapping lastName(@Nullable String lastName) {
		return setNullable("last_name", lastName);
	}

}
