package io.github.clerkspring.emulator.minting;

import java.util.List;
import java.util.Locale;

import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;

/**
 * An option of a token.
 */
public enum TokenOption {

	/** The user of the token. */
	USER_ID(FieldType.STRING, "User", "the id, user_…"),

	/** The JWT template of the token. */
	TEMPLATE(FieldType.STRING, "Template", "the name of a JWT template"),

	/** The machine of the token. */
	MACHINE_ID(FieldType.STRING, "Machine", "the id, mch_…"),

	/** The OAuth application of the token. */
	CLIENT_ID(FieldType.STRING, "Application", "the client id"),

	/** The owner of the API key. */
	SUBJECT(FieldType.STRING, "Subject", "the id of a user, organization or machine"),

	/** The name of the API key. */
	NAME(FieldType.STRING, "Name", "the name of the key"),

	/** The session; a new one by default. */
	SESSION_ID(FieldType.STRING, "Session", "an existing session, a new one if empty"),

	/** The active organization. */
	ORGANIZATION_ID(FieldType.STRING, "Organization", "the active one, none if empty"),

	/** The role, in place of the role of the membership. */
	ROLE(FieldType.STRING, "Role", "in place of the role of the membership"),

	/** The permissions, in place of the permissions of the role. */
	PERMISSIONS(FieldType.STRINGS, "Permissions", "in place of those of the role, separated by spaces"),

	/** The origin of the browser request. */
	AUTHORIZED_PARTY(FieldType.STRING, "Authorized party", "the origin of the page, as https://app.example.com"),

	/** The version of the claims. */
	VERSION(FieldType.INTEGER, "Version", "of the claims, 1 or 2") {

		@Override
		Fields restrict(Fields fields) {
			return fields.range(1, 2, key());
		}

	},

	/** Minutes since the first factor was verified. */
	FIRST_FACTOR_AGE(FieldType.INTEGER, "First factor", "minutes since its verification, or -1") {

		@Override
		Fields restrict(Fields fields) {
			return fields.range(-1, Integer.MAX_VALUE, key());
		}

	},

	/** Minutes since the second factor was verified. */
	SECOND_FACTOR_AGE(FieldType.INTEGER, "Second factor", "minutes since its verification, or -1") {

		@Override
		Fields restrict(Fields fields) {
			return fields.range(-1, Integer.MAX_VALUE, key());
		}

	},

	/** Who acts in place of the user. */
	ACTOR(FieldType.OBJECT, "Actor", "a JSON object, as {\"sub\":\"user_…\"}"),

	/** Whether the token is opaque or signed. */
	FORMAT(FieldType.STRING, "Form", "") {

		@Override
		Fields restrict(Fields fields) {
			return fields.oneOf(key(), JWT, OPAQUE);
		}

		@Override
		public List<String> choices() {
			return List.of(JWT, OPAQUE);
		}

	},

	/** The scopes, in place of all that are possible. */
	SCOPES(FieldType.STRINGS, "Scopes", "separated by spaces"),

	/** The lifetime in seconds. */
	EXPIRES_IN(FieldType.INTEGER, "Lifetime", "in seconds, as 3600; the usual one if empty") {

		@Override
		Fields restrict(Fields fields) {
			return fields.range(-LONGEST, LONGEST, key());
		}

	},

	/** Further claims; null removes one. */
	CLAIMS(FieldType.OBJECT, "More claims", "a JSON object, as {\"tenant\":\"acme\"}"),

	/** Members of the header; null removes one. */
	HEADER(FieldType.OBJECT, "Header", "a JSON object, as {\"kid\":\"unknown\"}"),

	/** Whether the token expired a minute ago. */
	EXPIRED(FieldType.BOOLEAN, "Expired", ""),

	/** Whether the token is not valid before an hour has passed. */
	NOT_YET_VALID(FieldType.BOOLEAN, "Not yet valid", ""),

	/** Whether the key of the signature is not published. */
	SIGNED_BY_STRANGER(FieldType.BOOLEAN, "Signed with another key", ""),

	/** Whether the session has pending tasks. */
	PENDING(FieldType.BOOLEAN, "Of a pending session", ""),

	/** Whether the token was revoked. */
	REVOKED(FieldType.BOOLEAN, "Revoked", "");

	static final String JWT = "jwt";

	static final String OPAQUE = "opaque";

	private static final long LONGEST = 100 * 365 * 86_400L;

	private final FieldType type;

	private final String label;

	private final String hint;

	TokenOption(FieldType type, String label, String hint) {
		this.type = type;
		this.label = label;
		this.hint = hint;
	}

	/**
	 * Returns the name of the field.
	 * @return the name, such as {@code user_id}
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public FieldType type() {
		return this.type;
	}

	public String label() {
		return this.label;
	}

	public String hint() {
		return this.hint;
	}

	/**
	 * Whether the option makes a variant of the token, in most cases an invalid one.
	 * @return true if it is true or false
	 */
	public boolean isVariant() {
		return this.type == FieldType.BOOLEAN;
	}

	/**
	 * Returns the values that the option can have.
	 * @return the values, or an empty list for any
	 */
	public List<String> choices() {
		return List.of();
	}

	Fields addTo(Fields fields, boolean required) {
		return restrict((required) ? fields.required(this.type, key()) : fields.optional(this.type, key()));
	}

	Fields restrict(Fields fields) {
		return fields;
	}

}
