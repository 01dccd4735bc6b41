package io.github.clerkspring.client.instance;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/** JSON Web Key Set of the instance. */
public record Jwks(List<Jwk> keys) {

	/**
	 * JSON Web Key (RFC 7517) of any type: RSA, elliptic curve, Ed25519 or symmetric.
	 * Parameters of other types are null.
	 */
	public record Jwk(String kid, String alg, String use, String kty, @Nullable String crv, @Nullable String x,
			@Nullable String y, @Nullable String n, @Nullable String e, @Nullable Secret d, @Nullable Secret p,
			@Nullable Secret q, @Nullable Secret dp, @Nullable Secret dq, @Nullable Secret qi, @Nullable Secret k,
			List<String> x5c, @Nullable String x5t, @JsonProperty("x5t#S256") @Nullable String x5tS256,
			@Nullable String x5u) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
