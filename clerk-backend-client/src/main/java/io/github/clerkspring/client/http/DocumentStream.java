package io.github.clerkspring.client.http;

import java.io.ByteArrayInputStream;

/**
 * Stream of a complete document whose array the parser reads without a copy.
 */
final class DocumentStream extends ByteArrayInputStream {

	DocumentStream(byte[] array, int offset, int length) {
		super(array, offset, length);
	}

	byte[] array() {
		return this.buf;
	}

	int offset() {
		return this.pos;
	}

}
