package io.github.clerkspring.security.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.token.RejectionError;

/**
 * Claims of a signed machine token, with the types that Clerk's tokens have. A claim of
 * another type is an error, not a missing claim; {@code null} is a missing claim.
 *
 * @param claims the claims
 */
record MachineClaims(Map<String, Object> claims) {

	private static final List<Object> NOT_TEXTS = List.of(false);

	/**
	 * Return a claim that is an id.
	 * @param name the name of the claim
	 * @param prefix the prefix of the id
	 * @return the id
	 */
	String id(String name, String prefix) {
		if (this.claims.get(name) instanceof String id && id.startsWith(prefix) && !id.equals(prefix)) {
			return id;
		}
		throw new InvalidClaimException(name, List.of(prefix + "…"));
	}

	/**
	 * Return a claim that is required.
	 * @param name the name of the claim
	 * @return the text, not blank
	 */
	String required(String name) {
		String text = text(name);
		if (text == null || text.isBlank()) {
			throw new InvalidClaimException(name, List.of("a text"));
		}
		return text;
	}

	/**
	 * Return a claim that is a string.
	 * @param name the name of the claim
	 * @return the text, or {@code null} if the claim is missing
	 */
	@Nullable String text(String name) {
		Object value = this.claims.get(name);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw new InvalidClaimException(name, List.of("a text"));
	}

	/**
	 * Return the words of a claim that is a string.
	 * @param name the name of the claim
	 * @return the words, or {@code null} if the claim is missing
	 */
	@Nullable List<String> words(String name) {
		String text = text(name);
		return (text != null) ? Arrays.stream(text.split(" ")).filter((word) -> !word.isEmpty()).toList() : null;
	}

	/**
	 * Return a claim that is an array of strings.
	 * @param name the name of the claim
	 * @return the texts, or {@code null} if the claim is missing
	 */
	@Nullable List<String> texts(String name) {
		Object value = this.claims.get(name);
		if (value == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		for (Object element : (value instanceof Collection<?> elements) ? elements : NOT_TEXTS) {
			if (!(element instanceof String text)) {
				throw new InvalidClaimException(name, List.of("an array of texts"));
			}
			texts.add(text);
		}
		return texts;
	}

	/**
	 * Return a claim that is an object.
	 * @param name the name of the claim
	 * @return the members, empty if the claim is missing
	 */
	@SuppressWarnings("unchecked")
	Map<String, Object> object(String name) {
		Object value = this.claims.get(name);
		if (value == null) {
			return Map.of();
		}
		if (value instanceof Map<?, ?> members) {
			return (Map<String, Object>) members;
		}
		throw new InvalidClaimException(name, List.of("an object"));
	}

	/**
	 * Reject a token that is bound to a key, since a bearer does not prove possession of
	 * the key.
	 */
	void requireBearer() {
		if (this.claims.containsKey("cnf")) {
			throw new InvalidClaimException("cnf", List.of("none"));
		}
	}

	RejectionError error(InvalidClaimException invalid) {
		return RejectionError.ofClaim(TokenRejection.TOKEN_TYPE_MISMATCH, this.claims, invalid.claim(),
				invalid.accepted());
	}

	/**
	 * A claim has an invalid value. No stack trace, since forged tokens arrive in large
	 * numbers.
	 */
	static final class InvalidClaimException extends RuntimeException {

		private final String claim;

		private final List<String> accepted;

		InvalidClaimException(String claim, List<String> accepted) {
			super(claim, null, false, false);
			this.claim = claim;
			this.accepted = List.copyOf(accepted);
		}

		String claim() {
			return this.claim;
		}

		List<String> accepted() {
			return this.accepted;
		}

	}

}
