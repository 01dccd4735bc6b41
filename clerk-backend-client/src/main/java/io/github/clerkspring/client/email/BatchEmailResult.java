package io.github.clerkspring.client.email;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkApiError;

/**
 * Result of one e-mail of a batch.
 *
 * @param index which of the e-mails, from 0
 * @param email the e-mail, or {@code null} if it failed
 * @param errors why it failed
 * @param statusCode the HTTP status that it would have alone
 * @param retryAfterSeconds how long to wait before it is sent again, if Clerk says so
 */
public record BatchEmailResult(int index, @Nullable Email email, List<ClerkApiError> errors, int statusCode,
		@Nullable Integer retryAfterSeconds) {

}
