package io.github.clerkspring.client.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.CodecException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says where a response could not be read and what was expected there. Jackson's own
 * exceptions quote the response, which may contain secrets.
 */
class ClerkJsonDecoder extends JacksonJsonDecoder {

	ClerkJsonDecoder(JsonMapper mapper) {
		super(mapper);
	}

	@Override
	public Object decode(DataBuffer body, ResolvableType targetType, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		try {
			return super.decode(body, targetType, mimeType, hints);
		}
		catch (CodecException ex) {
			throw UnreadableJson.describe(ex);
		}
		catch (StackOverflowError ex) {
			// a record can contain itself, as a machine does
			throw new DecodingException("JSON nested too deeply for " + targetType.toClass().getSimpleName());
		}
	}

	@Override
	public Flux<Object> decode(Publisher<DataBuffer> body, ResolvableType elementType, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		return super.decode(body, elementType, mimeType, hints).onErrorMap(CodecException.class,
				UnreadableJson::describe);
	}

}
