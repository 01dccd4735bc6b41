package io.github.clerkspring.security.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one JSON object, and nothing else: no second document, no duplicate member, no
 * byte order mark, no bad UTF-8, no endless depth or number.
 */
final class StrictJson {

	private static final int MAX_DEPTH = 256;

	private static final int MAX_NUMBER_LENGTH = 1000;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final ObjectReader READER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxNumberLength(MAX_NUMBER_LENGTH)
				.maxStringLength(CompactToken.MAX_LENGTH)
				.maxNameLength(CompactToken.MAX_LENGTH)
				.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(new TypeReference<Map<String, Object>>() {
		});

	private StrictJson() {
	}

	static Map<String, Object> readObject(byte[] json) {
		try {
			Map<String, Object> members = READER.readValue(decode(json));
			if (members != null) {
				return members;
			}
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			// A number can be legal JSON and still be none that Java can hold
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID);
		}
		throw new TokenRejectedException(TokenRejection.TOKEN_INVALID);
	}

	private static String decode(byte[] json) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(json))
				.toString();
			TokenRejection.TOKEN_INVALID.unless(!text.isEmpty() && text.charAt(0) != BYTE_ORDER_MARK);
			return text;
		}
		catch (CharacterCodingException ex) {
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID);
		}
	}

}
