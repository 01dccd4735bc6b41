package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a JWT template, or to replace all its properties. */
public final class JwtTemplateRequest extends RequestFields<JwtTemplateRequest> {

	private static final int MIN_LIFETIME_SECONDS = 30;

	private static final int MAX_LIFETIME_SECONDS = 315360000;

	private static final int MAX_SKEW_SECONDS = 300;

	private JwtTemplateRequest(Map<String, @Nullable Object> fields) {
		super(fields, JwtTemplateRequest::new);
	}

	/**
	 * Create a request with the name and the claims, which can contain Clerk's variables.
	 */
	public static JwtTemplateRequest create(String name, Map<String, ? extends @Nullable Object> claims) {
		return new JwtTemplateRequest(Map.of()).set("name", name).set("claims", claims);
	}

	/** Set the lifetime of the tokens in seconds, at least 30. */
	public JwtTemplateRequest lifetime(@Nullable Integer lifetime) {
		return setNullable("lifetime", number("lifetime", lifetime, MIN_LIFETIME_SECONDS, MAX_LIFETIME_SECONDS));
	}

	/** Set the permitted clock skew in seconds, at most 300. */
	public JwtTemplateRequest allowedClockSkew(@Nullable Integer allowedClockSkew) {
		return setNullable("allowed_clock_skew", number("allowedClockSkew", allowedClockSkew, 0, MAX_SKEW_SECONDS));
	}

	/**
	 * Set whether a key of the application signs the tokens; requires key and algorithm.
	 */
	public JwtTemplateRequest customSigningKey(boolean customSigningKey) {
		return set("custom_signing_key", customSigningKey);
	}

	public JwtTemplateRequest signingAlgorithm(@Nullable String signingAlgorithm) {
		return setNullable("signing_algorithm", signingAlgorithm);
	}

	/** Set the private key. */
	public JwtTemplateRequest signingKey(@Nullable String signingKey) {
		return setNullable("signing_key", signingKey);
	}

}
