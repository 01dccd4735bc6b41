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
 * Reads one JSON object, and nothing else: no second document, no duplicate member, no
 * byte order mark, no bad UTF-8, no endless depth or number.
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
			// Whatever a parser throws says that it cannot read this input, and no more
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
