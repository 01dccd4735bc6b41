package io.github.clerkspring.client.http;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.CodecException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decoder whose exceptions name the position of an error in a response and the expected
 * type. Jackson's own exceptions quote the response, which can contain secrets.
 */
class ClerkJsonDecoder extends JacksonJsonDecoder {

	ClerkJsonDecoder(JsonMapper mapper) {
		super(mapper);
	}

	@Override
	public Object decode(DataBuffer body, ResolvableType targetType, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		try {
			return super.decode(new DocumentBuffer(body), targetType, mimeType, hints);
		}
		catch (CodecException ex) {
			throw UnreadableJson.describe(ex);
		}
		catch (StackOverflowError ex) {
			// Records can be recursive, such as a machine
			throw new DecodingException("JSON nested too deeply for " + targetType.toClass().getSimpleName());
		}
		finally {
			DataBufferUtils.release(body);
		}
	}

	/** A body of one buffer, such as that of an operation, need not be joined. */
	@Override
	public Mono<Object> decodeToMono(Publisher<DataBuffer> body, ResolvableType elementType,
			@Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
		boolean one = body instanceof Flux && body instanceof Callable;
		return super.decodeToMono(one ? ((Flux<DataBuffer>) body).next() : body, elementType, mimeType, hints);
	}

	@Override
	public Flux<Object> decode(Publisher<DataBuffer> body, ResolvableType elementType, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		return super.decode(body, elementType, mimeType, hints).onErrorMap(CodecException.class,
				UnreadableJson::describe);
	}

}
