package io.github.clerkspring.client.machine;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a token for the machine whose secret key authorizes the call. */
public final class CreateM2mTokenRequest extends RequestFields<CreateM2mTokenRequest> {

	private CreateM2mTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateM2mTokenRequest::new);
	}

	/** Create a request for an opaque token with the default lifetime of the machine. */
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

	/** Set additional claims that are returned by the verification. */
	public CreateM2mTokenRequest claims(@Nullable Map<String, ? extends @Nullable Object> claims) {
		return setNullable("claims", claims);
	}

	/**
	 * Set the minimum remaining lifetime in seconds for the reuse of an existing opaque
	 * token with the same claims. Must be less than the lifetime of a new token.
	 */
	public CreateM2mTokenRequest minRemainingTtlSeconds(int minRemainingTtlSeconds) {
		return set("min_remaining_ttl_seconds",
				number("minRemainingTtlSeconds", minRemainingTtlSeconds, 0, Integer.MAX_VALUE));
	}

	/**
	 * Format of a token: opaque, verified by Clerk only, or a JWT, which can be verified
	 * locally and cannot be revoked.
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
