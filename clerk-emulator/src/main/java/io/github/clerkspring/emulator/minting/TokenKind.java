package io.github.clerkspring.emulator.minting;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The kinds of tokens with their options.
 */
public enum TokenKind {

	/** Session tokens. */
	SESSION("Session token", UserTokens::session, List.of(TokenOption.USER_ID),
			List.of(TokenOption.ORGANIZATION_ID, TokenOption.ROLE, TokenOption.AUTHORIZED_PARTY, TokenOption.EXPIRES_IN,
					TokenOption.CLAIMS, TokenOption.SESSION_ID, TokenOption.PERMISSIONS, TokenOption.VERSION,
					TokenOption.FIRST_FACTOR_AGE, TokenOption.SECOND_FACTOR_AGE, TokenOption.ACTOR, TokenOption.HEADER,
					TokenOption.EXPIRED, TokenOption.NOT_YET_VALID, TokenOption.SIGNED_BY_STRANGER,
					TokenOption.PENDING)),

	/** Tokens of JWT templates. */
	TEMPLATE_TOKEN("Token of a template", UserTokens::template, List.of(TokenOption.USER_ID, TokenOption.TEMPLATE),
			List.of(TokenOption.ORGANIZATION_ID, TokenOption.EXPIRES_IN, TokenOption.CLAIMS, TokenOption.SESSION_ID,
					TokenOption.HEADER, TokenOption.EXPIRED, TokenOption.NOT_YET_VALID,
					TokenOption.SIGNED_BY_STRANGER)),

	/** M2M tokens. */
	MACHINE("Machine token", ScopedTokens::machine, List.of(TokenOption.MACHINE_ID),
			List.of(TokenOption.FORMAT, TokenOption.SCOPES, TokenOption.EXPIRES_IN, TokenOption.CLAIMS,
					TokenOption.HEADER, TokenOption.EXPIRED, TokenOption.REVOKED, TokenOption.NOT_YET_VALID,
					TokenOption.SIGNED_BY_STRANGER)),

	/** OAuth access tokens. */
	OAUTH("OAuth access token", ScopedTokens::oauth, List.of(TokenOption.USER_ID, TokenOption.CLIENT_ID),
			List.of(TokenOption.FORMAT, TokenOption.SCOPES, TokenOption.EXPIRES_IN, TokenOption.CLAIMS,
					TokenOption.HEADER, TokenOption.EXPIRED, TokenOption.REVOKED, TokenOption.NOT_YET_VALID,
					TokenOption.SIGNED_BY_STRANGER)),

	/** API keys. */
	API_KEY("API key", ScopedTokens::apiKey, List.of(TokenOption.SUBJECT), List.of(TokenOption.NAME, TokenOption.SCOPES,
			TokenOption.EXPIRES_IN, TokenOption.CLAIMS, TokenOption.EXPIRED, TokenOption.REVOKED));

	private final String label;

	private final Function<TokenRequest, String> minting;

	private final List<TokenOption> required;

	private final List<TokenOption> optional;

	private final Fields fields;

	TokenKind(String label, Function<TokenRequest, String> minting, List<TokenOption> required,
			List<TokenOption> optional) {
		this.label = label;
		this.minting = minting;
		this.required = required;
		this.optional = optional;
		Fields fields = Fields.none();
		for (TokenOption option : required) {
			fields = option.addTo(fields, true);
		}
		for (TokenOption option : optional) {
			fields = option.addTo(fields, false);
		}
		this.fields = fields;
	}

	/**
	 * Finds a kind.
	 * @param key the key of the kind
	 * @return the kind, or session tokens for an unknown key
	 */
	public static TokenKind of(String key) {
		return Stream.of(values()).filter((kind) -> kind.key().equals(key)).findFirst().orElse(SESSION);
	}

	/**
	 * Returns the key of the kind.
	 * @return the last segment of the path of the control
	 */
	public String key() {
		return (this == TEMPLATE_TOKEN) ? "template" : name().toLowerCase(Locale.ROOT);
	}

	public String label() {
		return this.label;
	}

	/**
	 * Returns the options, required ones first.
	 * @return the options
	 */
	public List<TokenOption> options() {
		return Stream.concat(this.required.stream(), this.optional.stream()).toList();
	}

	public boolean requires(TokenOption option) {
		return this.required.contains(option);
	}

	/**
	 * Returns the options as fields of a body.
	 * @return the fields
	 */
	public Fields fields() {
		return this.fields;
	}

	/**
	 * Mints a token.
	 * @param tx the transaction
	 * @param options the options by their keys
	 * @return the token
	 * @throws IllegalStateException if the options exclude each other
	 */
	public String mint(Transaction tx, ObjectNode options) {
		return this.minting.apply(new TokenRequest(tx, Body.of(options, this.fields)));
	}

}
