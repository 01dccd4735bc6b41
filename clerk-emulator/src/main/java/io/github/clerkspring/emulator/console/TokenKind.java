package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kinds of tokens, with what can be said about each.
 */
enum TokenKind {

	SESSION("Session token", List.of("expired", "not_yet_valid", "signed_by_stranger", "pending"), Fields.USER,
			Field.text("organization_id", "Organization", "the active one, none if empty"),
			Field.text("role", "Role", "instead of that of the membership"),
			Field.text("authorized_party", "Authorized party", "the origin of the page, as https://app.example.com"),
			Fields.CLAIMS),

	TEMPLATE("Token of a template", List.of("expired", "not_yet_valid", "signed_by_stranger"), Fields.USER,
			Field.required("template", "Template", "the name of a JWT template"),
			Field.text("organization_id", "Organization", "the active one, none if empty"), Fields.CLAIMS),

	MACHINE("Machine token", List.of("expired", "revoked", "not_yet_valid", "signed_by_stranger"),
			Field.required("machine_id", "Machine", "its id, mch_…"), Fields.FORMAT,
			Field.text("scopes", "Scopes", "ids of machines, apart by spaces"), Fields.CLAIMS),

	OAUTH("OAuth access token", List.of("expired", "revoked", "not_yet_valid", "signed_by_stranger"), Fields.USER,
			Field.required("client_id", "Application", "its client id"), Fields.FORMAT,
			Field.text("scopes", "Scopes", "apart by spaces, as profile email"), Fields.CLAIMS),

	API_KEY("API key", List.of("expired", "revoked"),
			Field.required("subject", "Subject", "the id of a user, organization or machine"),
			Field.text("scopes", "Scopes", "apart by spaces"), Fields.CLAIMS);

	private static final Map<String, String> VARIANTS = Map.of("expired", "Expired", "not_yet_valid", "Not yet valid",
			"signed_by_stranger", "Signed with another key", "pending", "Of a pending session", "revoked", "Revoked");

	private final String label;

	private final List<String> variants;

	private final List<Field> fields;

	TokenKind(String label, List<String> variants, Field... fields) {
		this.label = label;
		this.variants = variants;
		this.fields = List.of(fields);
	}

	/**
	 * The kind that is asked for.
	 * @param name the name of the kind
	 * @return the kind, that of sessions if there is no such kind
	 */
	static TokenKind of(String name) {
		return Stream.of(values()).filter((kind) -> kind.key().equals(name)).findFirst().orElse(SESSION);
	}

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	String label() {
		return this.label;
	}

	List<Field> fields() {
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "Valid");
		this.variants.forEach((variant) -> choices.put(variant, VARIANTS.getOrDefault(variant, variant)));
		return Stream.concat(this.fields.stream(), Stream.of(Field.choice("variant", "Variant", choices))).toList();
	}

	/**
	 * What several kinds have.
	 */
	private static final class Fields {

		static final Field USER = Field.required("user_id", "User", "the id, user_…");

		static final Field CLAIMS = Field.text("claims", "More claims", "a JSON object, as {\"tenant\":\"acme\"}");

		static final Field FORMAT = Field.choice("format", "Form", ordered());

		private static Map<String, String> ordered() {
			Map<String, String> formats = new LinkedHashMap<>();
			formats.put("jwt", "Signed");
			formats.put("opaque", "Opaque");
			return formats;
		}

	}

}
