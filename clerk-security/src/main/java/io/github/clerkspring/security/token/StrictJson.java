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
public final class StrictJson {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final StrictJson TOKEN = new StrictJson(CompactToken.MAX_LENGTH);

	private final ObjectReader reader;

	/**
	 * Create a reader.
	 * @param maxLength the maximum length of a document
	 */
	public StrictJson(int maxLength) {
		this.reader = JsonMapper
			.builder(UntrustedJson.factory(maxLength).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build()
			.readerFor(new TypeReference<Map<String, Object>>() {
			});
	}

	/**
	 * Read a JSON object.
	 * @param json the text in UTF-8
	 * @return the members, or {@code null} if the text is not exactly one JSON object or
	 * exceeds a limit
	 */
	public @Nullable Map<String, Object> read(byte[] json) {
		String text = decode(json);
		return (text != null) ? parse(text) : null;
	}

	static Map<String, Object> readObject(byte[] json) {
		Map<String, Object> members = TOKEN.read(json);
		if (members == null) {
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID,
					() -> "the header or the payload is not a JSON object, or exceeds a limit");
		}
		return members;
	}

	private @Nullable Map<String, Object> parse(String json) {
		try {
			return this.reader.readValue(json);
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Any exception of the parser only means that this input cannot be read
			return null;
		}
	}

	private static @Nullable String decode(byte[] json) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(json))
				.toString();
			return (!text.isEmpty() && text.charAt(0) != BYTE_ORDER_MARK) ? text : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
