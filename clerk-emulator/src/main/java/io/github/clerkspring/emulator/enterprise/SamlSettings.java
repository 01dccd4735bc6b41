package io.github.clerkspring.emulator.enterprise;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * SAML settings of a connection in a request body.
 */
final class SamlSettings {

	private static final String[] TEXTS = { "idp_entity_id", "idp_sso_url", "idp_certificate", "idp_metadata_url",
			"idp_metadata" };

	private static final String[] FLAGS = { "allow_subdomains", "allow_idp_initiated", "force_authn" };

	static final Fields FIELDS = Fields.none()
		.nullable(FieldType.STRING, TEXTS)
		.nullable(FieldType.BOOLEAN, FLAGS)
		.nullable(FieldType.STRINGS, "idp_certificates")
		.nullable(FieldType.OBJECT, "attribute_mapping", "login_hint");

	private static final Fields MAPPING = Fields.none()
		.nullable(FieldType.STRING, "user_id", "email_address", "first_name", "last_name");

	private static final Fields LOGIN_HINT = Fields.none()
		.required(FieldType.STRING, "mode")
		.optional(FieldType.STRING, "source")
		.oneOf("mode", "email_address", "custom_attribute", "off");

	private static final String AZURE = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

	private SamlSettings() {
	}

	/**
	 * Returns the default attribute mapping of an identity provider.
	 * @param provider the kind of provider
	 * @return the names of the attributes by the names of the user's properties
	 */
	static ObjectNode usualMapping(String provider) {
		return switch (provider) {
			case "saml_microsoft" ->
				mapping(AZURE + "nameidentifier", AZURE + "emailaddress", AZURE + "givenname", AZURE + "surname");
			case "saml_google" -> mapping("user_id", "email", "firstName", "lastName");
			default -> mapping("user_id", "mail", "firstName", "lastName");
		};
	}

	/**
	 * Reads the changes.
	 * @param body the body, or null if absent
	 * @param mapping the current attribute mapping
	 * @return the new values by property
	 */
	static Map<String, @Nullable Object> read(@Nullable Body body, ObjectNode mapping) {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		if (body == null) {
			return changes;
		}
		List.of(TEXTS).stream().filter(body::has).forEach((name) -> changes.put(name, body.text(name)));
		String metadata = body.text("idp_metadata");
		if (metadata != null) {
			changes.putAll(IdpMetadata.read(metadata));
		}
		if (body.has("idp_certificates")) {
			changes.putAll(certificates("idp_certificates", body.texts("idp_certificates")));
		}
		else if (changes.containsKey("idp_certificate")) {
			Object certificate = changes.get("idp_certificate");
			changes.putAll(certificates("idp_certificate",
					(certificate != null) ? List.of(certificate.toString()) : List.of()));
		}
		for (String name : FLAGS) {
			if (body.tree().path(name).isBoolean()) {
				changes.put(name, body.flag(name, false));
			}
		}
		Body attributes = body.part("attribute_mapping", MAPPING);
		if (attributes != null) {
			changes.put("attribute_mapping", merged(mapping, attributes));
		}
		Body hint = body.part("login_hint", LOGIN_HINT);
		if (hint != null) {
			changes.put("login_hint", loginHint(hint));
		}
		return changes;
	}

	/**
	 * Checks that a connection can be used.
	 * @param value returns the value of a property
	 */
	static void requireComplete(Function<String, @Nullable Object> value) {
		List<String> missing = List.of("idp_entity_id", "idp_sso_url", "idp_certificate")
			.stream()
			.filter((name) -> value.apply(name) == null)
			.toList();
		if (!missing.isEmpty() && value.apply("idp_metadata_url") == null) {
			throw new ApiException(422, "saml_connection_cant_be_activated", "SAML Connection can't be activated",
					"An active connection needs idp_metadata_url, idp_metadata, or also " + String.join(", ", missing));
		}
	}

	// The first one has properties of its own, which existed before there were several
	private static Map<String, @Nullable Object> certificates(String parameter, List<String> certificates) {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		ArrayNode described = Json.array();
		for (String certificate : certificates) {
			X509Certificate parsed = parse(parameter, certificate);
			described.addObject()
				.put("certificate", certificate)
				.put("issued_at", parsed.getNotBefore().getTime())
				.put("expires_at", parsed.getNotAfter().getTime());
		}
		JsonNode first = described.path(0);
		changes.put("idp_certificates", described);
		changes.put("idp_certificate", (first.isMissingNode()) ? null : first.get("certificate"));
		changes.put("idp_certificate_issued_at", (first.isMissingNode()) ? null : first.get("issued_at"));
		changes.put("idp_certificate_expires_at", (first.isMissingNode()) ? null : first.get("expires_at"));
		return changes;
	}

	private static X509Certificate parse(String parameter, String certificate) {
		try {
			byte[] bytes = (certificate.contains("-----BEGIN")) ? certificate.getBytes(StandardCharsets.US_ASCII)
					: Base64.getMimeDecoder().decode(certificate);
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(bytes));
		}
		catch (CertificateException | IllegalArgumentException ex) {
			throw ApiException.format(parameter,
					parameter + " must be in the form of X.509, in PEM or as plain base64.");
		}
	}

	private static ObjectNode merged(ObjectNode mapping, Body attributes) {
		ObjectNode merged = mapping.deepCopy();
		attributes.tree()
			.properties()
			.stream()
			.filter((entry) -> !entry.getValue().isNull())
			.forEach((entry) -> merged.set(entry.getKey(), entry.getValue()));
		return merged;
	}

	private static JsonNode loginHint(Body hint) {
		if ("custom_attribute".equals(hint.text("mode")) && hint.text("source") == null) {
			throw ApiException.parameter("form_conditional_param_missing", "source", "is missing",
					"source must name the key of the public metadata when mode is custom_attribute.");
		}
		return hint.tree();
	}

	private static ObjectNode mapping(String userId, String emailAddress, String firstName, String lastName) {
		ObjectNode mapping = Json.object().put("user_id", userId).put("email_address", emailAddress);
		return mapping.put("first_name", firstName).put("last_name", lastName);
	}

}
