package io.github.clerkspring.client.machine;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A token for the machine whose secret key authorizes the call. */
public final class CreateM2mTokenRequest extends RequestFields<CreateM2mTokenRequest> {

	private CreateM2mTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateM2mTokenRequest::new);
	}

	/** Begin with an opaque token that lives as long as the machine's tokens do. */
	public static CreateM2mTokenRequest create() {
		return new CreateM2mTokenRequest(Map.of());
	}

	public CreateM2mTokenRequest tokenFormat(TokenFormat tokenFormat) {
		return set("token_format", tokenFormat);
	}

	public CreateM2mTokenRequest secondsUntilExpiration(@Nullable Long secondsUntilExpiration) {
		return setNullable("seconds_until_expiration",
				number("secondsUntilExpiration", secondsUntilExpiration, 1, Long.MAX_VALUE));
	}

	/** What else verification is to tell of the token. */
	public CreateM2mTokenRequest claims(@Nullable Map<String, ? extends @Nullable Object> claims) {
		return setNullable("claims", claims);
	}

	/**
	 * Give an opaque token of the same claims again if it lives this long still. Must be
	 * less than the life of a new one.
	 */
	public CreateM2mTokenRequest minRemainingTtlSeconds(int minRemainingTtlSeconds) {
		return set("min_remaining_ttl_seconds",
				number("minRemainingTtlSeconds", minRemainingTtlSeconds, 0, Integer.MAX_VALUE));
	}

	/**
	 * Form of a token: a word that only Clerk understands, or a JWT that anybody can
	 * verify and nobody can revoke.
	 */
	public record TokenFormat(@JsonValue String value) {

		public static final TokenFormat OPAQUE = new TokenFormat("opaque");

		public static final TokenFormat JWT = new TokenFormat("jwt");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
