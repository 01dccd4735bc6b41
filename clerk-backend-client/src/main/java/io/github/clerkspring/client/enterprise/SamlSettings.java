package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Settings of a SAML identity provider. Metadata, by URL or as XML, takes precedence over
 * individual values.
 *
 * @param <T> the type of the settings itself
 */
public abstract class SamlSettings<T extends SamlSettings<T>> extends RequestFields<T> {

	SamlSettings(Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> factory) {
		super(fields, factory);
	}

	public T idpEntityId(@Nullable String idpEntityId) {
		return setNullable("idp_entity_id", idpEntityId);
	}

	public T idpSsoUrl(@Nullable String idpSsoUrl) {
		return setNullable("idp_sso_url", idpSsoUrl);
	}

	/**
	 * Set the X.509 certificate of the provider, the former form of a list of
	 * certificates.
	 */
	public T idpCertificate(@Nullable String idpCertificate) {
		return setNullable("idp_certificate", idpCertificate);
	}

	/** Set all signing certificates of the provider in PEM format. */
	public T idpCertificates(List<String> idpCertificates) {
		return set("idp_certificates", idpCertificates);
	}

	public T idpMetadataUrl(@Nullable String idpMetadataUrl) {
		return setNullable("idp_metadata_url", idpMetadataUrl);
	}

	/** Set the metadata as XML. */
	public T idpMetadata(@Nullable String idpMetadata) {
		return setNullable("idp_metadata", idpMetadata);
	}

	public T attributeMapping(@Nullable SamlAttributeMapping attributeMapping) {
		return setNullable("attribute_mapping", attributeMapping);
	}

	public T loginHint(@Nullable LoginHint loginHint) {
		return setNullable("login_hint", loginHint);
	}

}
