package io.github.clerkspring.client.user;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Trusted device enrolled by a user.
 *
 * @param appIdentifier the bundle or package identifier of the app on the device
 * @param algorithm the algorithm of the device key
 */
public record TrustedDevice(String id, Platform platform, String appIdentifier, @Nullable String name, String algorithm,
		Status status, Instant createdAt, Instant updatedAt, @Nullable Instant lastUsedAt,
		@Nullable Instant revokedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Platform of a device. */
	public record Platform(@JsonValue String value) {

		public static final Platform IOS = new Platform("ios");

		public static final Platform ANDROID = new Platform("android");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Trust status of a device. */
	public record Status(@JsonValue String value) {

		public static final Status ACTIVE = new Status("active");

		public static final Status REVOKED = new Status("revoked");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
