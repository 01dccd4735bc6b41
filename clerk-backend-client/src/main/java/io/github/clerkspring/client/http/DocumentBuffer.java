package io.github.clerkspring.client.http;

import java.io.InputStream;

import io.netty.buffer.ByteBuf;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferWrapper;
import org.springframework.core.io.buffer.NettyDataBuffer;

/**
 * Buffer of a complete document, whose stream is a {@link DocumentStream}.
 */
final class DocumentBuffer extends DataBufferWrapper {

	DocumentBuffer(DataBuffer delegate) {
		super(delegate);
	}

	@Override
	public InputStream asInputStream() {
		int length = readableByteCount();
		if (dataBuffer() instanceof NettyDataBuffer netty && netty.getNativeBuffer().hasArray()) {
			ByteBuf bytes = netty.getNativeBuffer();
			return new DocumentStream(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
		}
		byte[] copy = new byte[length];
		read(copy);
		return new DocumentStream(copy, 0, length);
	}

}
