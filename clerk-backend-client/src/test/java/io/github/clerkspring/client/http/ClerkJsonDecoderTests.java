package io.github.clerkspring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Buffers that the decoder reads, of which the first byte was read before. */
class ClerkJsonDecoderTests {

	private static final NettyDataBufferFactory NETTY = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private static final ResolvableType TYPE = ResolvableType.forClass(Object.class);

	private final ClerkJsonDecoder decoder = new ClerkJsonDecoder(ClerkJsonMapper.create());

	static Stream<Named<Function<byte[], DataBuffer>>> buffers() {
		return Stream.of(Named.of("array", DefaultDataBufferFactory.sharedInstance::wrap),
				Named.of("Netty array", (bytes) -> NETTY.wrap(Unpooled.wrappedBuffer(bytes))),
				Named.of("part of a Netty array",
						(bytes) -> NETTY.wrap(Unpooled.copiedBuffer(new byte[3], bytes).skipBytes(3).slice())),
				Named.of("Netty direct memory", (bytes) -> NETTY.wrap(Unpooled.directBuffer().writeBytes(bytes))),
				Named.of("parts", (bytes) -> NETTY.wrap(Unpooled.wrappedBuffer(Unpooled.copiedBuffer(bytes, 0, 4),
						Unpooled.copiedBuffer(bytes, 4, bytes.length - 4)))));
	}

	@ParameterizedTest
	@MethodSource("buffers")
	void readsAndReleasesBuffer(Function<byte[], DataBuffer> factory) {
		DataBuffer buffer = buffer(factory, "?{\"id\":\"a\",\"names\":[\"b\"]}");
		Object value = this.decoder.decode(buffer, TYPE, null, Map.of());
		assertThat(value).isEqualTo(Map.of("id", "a", "names", List.of("b")));
		assertReleased(buffer);
	}

	@ParameterizedTest
	@MethodSource("buffers")
	void releasesBufferOfInvalidJson(Function<byte[], DataBuffer> factory) {
		DataBuffer buffer = buffer(factory, "?{\"id\":secret}");
		assertThatExceptionOfType(DecodingException.class)
			.isThrownBy(() -> this.decoder.decode(buffer, TYPE, null, Map.of()))
			.withMessageContaining("invalid JSON")
			.withMessageNotContaining("secret");
		assertReleased(buffer);
	}

	private static DataBuffer buffer(Function<byte[], DataBuffer> factory, String json) {
		DataBuffer buffer = factory.apply(json.getBytes(StandardCharsets.UTF_8));
		buffer.read();
		return buffer;
	}

	private static void assertReleased(DataBuffer buffer) {
		if (buffer instanceof NettyDataBuffer netty) {
			assertThat(netty.getNativeBuffer().refCnt()).isZero();
		}
	}

}
