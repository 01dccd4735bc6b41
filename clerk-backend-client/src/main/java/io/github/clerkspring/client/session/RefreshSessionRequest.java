package io.github.clerkspring.client.session;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to exchange an expired session token for a new one. */
public final class RefreshSessionRequest extends RequestFields<RefreshSessionRequest> {

	private RefreshSessionRequest(Map<String, @Nullable Object> fields) {
		super(fields, RefreshSessionRequest::new);
	}

	/**
	 * Create a request with both tokens and the origin of the request that contained
	 * them.
	 */
	public static RefreshSessionRequest create(String expiredToken, String refreshToken, String requestOrigin) {
		return new RefreshSessionRequest(Map.of()).set("expired_token", expiredToken)
			.set("refresh_token", refreshToken)
			.set("request_origin", requestOrigin);
	}

	public RefreshSessionRequest requestHeaders(@Nullable Map<String, List<String>> requestHeaders) {
		return setNullable("request_headers", requestHeaders);
	}

	/** Set the format of the response; null for a token. */
	public RefreshSessionRequest format(@Nullable Format format) {
		return setNullable("format", format);
	}

	public RefreshSessionRequest requestOriginatingIp(@Nullable String requestOriginatingIp) {
		return setNullable("request_originating_ip", requestOriginatingIp);
	}

	/** Format of the new session token. */
	public record Format(@JsonValue String value) {

		public static final Format TOKEN = new Format("token");

		public static final Format COOKIE = new Format("cookie");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
