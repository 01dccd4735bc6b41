package io.github.clerkspring.webhook.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body of a webhook as a tree. The body contains text of end users, so that no
 * state is shared between bodies: the factory does not cache names, since a cache could
 * be filled with colliding names. The limits allow for the 8 KB of metadata that Clerk
 * stores for a user.
 */
final class EventJson {

	private static final int METADATA_SIZE = 8192;

	private static final int MAX_DEPTH = METADATA_SIZE + 100;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final JsonFactory factory = JsonFactory.builder()
		.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_DEPTH)
			.maxNumberLength(METADATA_SIZE)
			.maxNameLength(METADATA_SIZE * 2)
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final JsonMapper mapper;

	EventJson(JsonMapper mapper) {
		this.mapper = mapper;
	}

	ObjectNode read(byte[] body) {
		String text = decode(body);
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), text)) {
			JsonNode tree = this.mapper.reader().readTree(parser);
			if (!(tree instanceof ObjectNode object)) {
				throw new MalformedEventException("it is not a JSON object");
			}
			if (parser.nextToken() != null) {
				throw new MalformedEventException("something follows the JSON object");
			}
			return object;
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			// A valid number in JSON may not have a representation in Java
			throw new MalformedEventException("it is not valid JSON, or exceeds a limit");
		}
	}

	private static String decode(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(body))
				.toString();
			if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
				throw new MalformedEventException("it begins with a byte order mark");
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			throw new MalformedEventException("it is not UTF-8");
		}
	}

}
