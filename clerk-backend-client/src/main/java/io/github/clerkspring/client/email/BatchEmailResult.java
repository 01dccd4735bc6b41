package io.github.clerkspring.client.email;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkApiError;

/**
 * Result for one email of a batch.
 *
 * @param index the position of the email in the batch, starting with 0
 * @param email the email, or {@code null} if it failed
 * @param errors the errors, if it failed
 * @param statusCode the HTTP status of a separate request with this email
 * @param retryAfterSeconds the wait before a retry in seconds, or {@code null} if unknown
 */
public record BatchEmailResult(int index, @Nullable Email email, List<ClerkApiError> errors, int statusCode,
		@Nullable Integer retryAfterSeconds) {

}
