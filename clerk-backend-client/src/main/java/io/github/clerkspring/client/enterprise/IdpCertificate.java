package io.github.clerkspring.client.enterprise;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Certificate with which an identity provider signs.
 *
 * @param certificate the certificate as PEM
 */
public record IdpCertificate(String certificate, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
