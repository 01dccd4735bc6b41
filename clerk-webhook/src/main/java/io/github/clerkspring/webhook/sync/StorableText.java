package io.github.clerkspring.webhook.sync;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text that all databases can store. PostgreSQL rejects U+0000, and the drivers encode
 * unpaired surrogates differently. Both are replaced by the replacement character, and
 * not removed, so that two different values do not become equal to a valid one.
 */
final class StorableText {

	private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

	private static final String REPLACEMENT = "\uFFFD";

	private StorableText() {
	}

	static @Nullable String of(@Nullable String text) {
		return (text != null) ? NOT_STORABLE.matcher(text).replaceAll(REPLACEMENT) : null;
	}

}
