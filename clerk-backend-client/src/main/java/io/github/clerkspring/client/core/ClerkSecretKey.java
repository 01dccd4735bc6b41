package io.github.clerkspring.client.core;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Secret key of a Clerk instance. Only {@link #value()} returns the key;
 * {@link #toString()} shows only the type of the instance.
 */
public final class ClerkSecretKey {

	private static final Pattern FORMAT = Pattern.compile("(sk_)?(?<type>test|live)_[A-Za-z0-9_-]+");

	private final String value;

	private final ClerkInstanceType instanceType;

	private ClerkSecretKey(String value, ClerkInstanceType instanceType) {
		this.value = value;
		this.instanceType = instanceType;
	}

	/**
	 * Parse a secret key.
	 * @param value the key, {@code sk_test_…} or {@code sk_live_…}
	 * @return the key
	 * @throws IllegalArgumentException if the format is invalid; the message does not
	 * contain the value
	 */
	public static ClerkSecretKey valueOf(String value) {
		Assert.notNull(value, "value must not be null");
		var matcher = FORMAT.matcher(value.trim());
		Assert.isTrue(matcher.matches(),
				"A secret key must begin with sk_test_ or sk_live_, followed by letters, digits, '-' and '_'");
		return new ClerkSecretKey(value.trim(), ClerkInstanceType.valueOfPrefix(matcher.group("type")));
	}

	/** Return the key as text. */
	public String value() {
		return this.value;
	}

	/** Return the type of the instance. */
	public ClerkInstanceType instanceType() {
		return this.instanceType;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ClerkSecretKey that && this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "sk_" + this.instanceType.prefix() + "_****";
	}

}
