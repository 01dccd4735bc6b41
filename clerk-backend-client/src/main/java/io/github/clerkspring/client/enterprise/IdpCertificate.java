package io.github.clerkspring.client.enterprise;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Signing certificate of an identity provider.
 *
 * @param certificate the certificate in PEM format
 */
public record IdpCertificate(String certificate, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
