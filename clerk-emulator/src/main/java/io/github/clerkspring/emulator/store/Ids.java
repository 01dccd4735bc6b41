package io.github.clerkspring.emulator.store;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Generates ids in Clerk's form: a prefix, an underscore and 27 letters and digits that
 * sort by time.
 */
public final class Ids {

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final int TIME_LENGTH = 7;

	private static final int RANDOM_LENGTH = 20;

	private final SplittableRandom random = new SplittableRandom();

	private final LongSupplier now;

	public Ids(LongSupplier now) {
		this.now = now;
	}

	/**
	 * Generates an id.
	 * @param prefix the prefix, without underscore
	 * @return the id
	 */
	public String next(String prefix) {
		StringBuilder id = new StringBuilder(prefix.length() + 1 + TIME_LENGTH + RANDOM_LENGTH);
		id.append(prefix).append('_');
		char[] time = new char[TIME_LENGTH];
		long rest = Math.max(0, this.now.getAsLong());
		for (int i = TIME_LENGTH - 1; i >= 0; i--) {
			time[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
			rest /= ALPHABET.length();
		}
		return id.append(time).append(token(RANDOM_LENGTH)).toString();
	}

	/**
	 * Generates random letters and digits.
	 * @param length how many
	 * @return the text
	 */
	public String token(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

	/**
	 * Generates random hexadecimal digits.
	 * @param length how many
	 * @return the text
	 */
	public String hex(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(Character.forDigit(this.random.nextInt(16), 16));
		}
		return text.toString();
	}

}
