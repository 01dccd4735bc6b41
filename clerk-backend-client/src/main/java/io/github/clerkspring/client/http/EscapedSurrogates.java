package io.github.clerkspring.client.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds escaped surrogates in JSON, such as <code>&#92;ud800</code>. Eight bytes at a
 * time are searched for a backslash, as most documents contain none.
 */
final class EscapedSurrogates {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long LOW_BITS = 0x0101010101010101L;

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long BACKSLASHES = '\\' * LOW_BITS;

	private static final int ESCAPE_LENGTH = "\\ud8".length();

	private EscapedSurrogates() {
	}

	/** Return whether there may be an escaped surrogate. */
	static boolean isPresent(byte[] json, int offset, int length) {
		int end = offset + length;
		int i = offset;
		for (; i <= end - Long.BYTES; i += Long.BYTES) {
			if (hasBackslash((long) LONGS.get(json, i)) && isPresentBetween(json, i, i + Long.BYTES, end)) {
				return true;
			}
		}
		return isPresentBetween(json, i, end, end);
	}

	private static boolean hasBackslash(long bytes) {
		long zeroes = bytes ^ BACKSLASHES;
		return ((zeroes - LOW_BITS) & ~zeroes & HIGH_BITS) != 0;
	}

	private static boolean isPresentBetween(byte[] json, int from, int to, int end) {
		for (int i = from; i < to && i <= end - ESCAPE_LENGTH; i++) {
			if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd'
					&& Character.digit(json[i + 3], 16) >= 8) {
				return true;
			}
		}
		return false;
	}

}
