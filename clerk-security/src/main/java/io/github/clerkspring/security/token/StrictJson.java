package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import io.github.clerkspring.client.http.UntrustedJson;
import io.github.clerkspring.security.TokenRejection;

/**
 * Reads exactly one JSON object. Rejected are further content, duplicate members, a byte
 * order mark, invalid UTF-8, and excessive depth or length.
 */
public final class StrictJson {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final StrictJson TOKEN = new StrictJson(CompactToken.MAX_LENGTH);

	private final JsonFactory factory;

	private final int maxLength;

	/**
	 * Create a reader.
	 * @param maxLength the maximum length of a document in bytes
	 */
	public StrictJson(int maxLength) {
		this.factory = UntrustedJson.factory(maxLength).build();
		this.maxLength = maxLength;
	}

	/**
	 * Read a JSON object.
	 * @param json the text in UTF-8
	 * @return the members, or {@code null} if the text is not exactly one JSON object or
	 * exceeds a limit
	 */
	public @Nullable Map<String, Object> read(byte[] json) {
		char[] text = (json.length <= this.maxLength) ? decode(json) : null;
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

	private @Nullable Map<String, Object> parse(char[] json) {
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), json)) {
			return JsonTree.readDocument(parser);
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Any exception of the parser only means that this input cannot be read
			return null;
		}
	}

	private static char @Nullable [] decode(byte[] json) {
		char[] text = new char[json.length];
		for (int i = 0; i < json.length; i++) {
			if (json[i] < 0) {
				return decodeUtf8(json);
			}
			text[i] = (char) json[i];
		}
		return text;
	}

	private static char @Nullable [] decodeUtf8(byte[] json) {
		try {
			CharBuffer text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(json));
			return (text.charAt(0) != BYTE_ORDER_MARK) ? Arrays.copyOf(text.array(), text.length()) : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
