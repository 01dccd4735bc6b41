package io.github.clerkspring.security.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads the {@code Retry-After} header, as Clerk sends it.
 */
final class RetryAfter {

	private static final int MAX_DIGITS = 6;

	private RetryAfter() {
	}

	static @Nullable Duration read(HttpHeaders headers) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null || value.isEmpty() || value.length() > MAX_DIGITS
				|| !value.chars().allMatch((character) -> character >= '0' && character <= '9')) {
			return null;
		}
		return Duration.ofSeconds(Long.parseLong(value));
	}

}
