package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.UntrustedJson;
import io.github.clerkspring.security.TokenRejection;

/**
 * Reads exactly one JSON object. Rejected are further content, duplicate members, a byte
 * order mark, invalid UTF-8, and excessive depth or length.
 */
final class StrictJson {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final ObjectReader READER = JsonMapper.builder(
			UntrustedJson.factory(CompactToken.MAX_LENGTH).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(new TypeReference<Map<String, Object>>() {
		});

	private StrictJson() {
	}

	static Map<String, Object> readObject(byte[] json) {
		Map<String, Object> members = parse(decode(json));
		if (members == null) {
			throw invalid();
		}
		return members;
	}

	private static @Nullable Map<String, Object> parse(String json) {
		try {
			return READER.readValue(json);
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Any exception of the parser only means that this input cannot be read
			throw invalid();
		}
	}

	private static TokenRejectedException invalid() {
		return new TokenRejectedException(TokenRejection.TOKEN_INVALID,
				() -> "the header or the payload is not a JSON object, or exceeds a limit");
	}

	private static String decode(byte[] json) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(json))
				.toString();
			TokenRejectedException.unless(TokenRejection.TOKEN_INVALID,
					!text.isEmpty() && text.charAt(0) != BYTE_ORDER_MARK);
			return text;
		}
		catch (CharacterCodingException ex) {
			throw invalid();
		}
	}

}
