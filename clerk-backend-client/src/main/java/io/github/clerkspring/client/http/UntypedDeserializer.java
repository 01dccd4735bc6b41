package io.github.clerkspring.client.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Deserializes a value without a declared type, such as a value in metadata: maps, lists,
 * strings, booleans and numbers. An integer is an {@code Integer}, a {@code Long} or a
 * {@code BigInteger}; any other number is a {@code Double}, infinite if out of range, as
 * arithmetic with a {@code BigDecimal} such as 1e1000000000 does not terminate.
 */
class UntypedDeserializer extends StdDeserializer<Object> {

	private static final int MAX_DEPTH = 500;

	UntypedDeserializer() {
		super(Object.class);
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		return read(parser, context, 1);
	}

	private @Nullable Object read(JsonParser parser, DeserializationContext context, int depth) {
		JsonToken token = parser.currentToken();
		if (token.isStructStart() && depth > MAX_DEPTH) {
			return DeepJson.read(parser);
		}
		return switch (token) {
			case START_OBJECT -> readMap(parser, context, depth);
			case START_ARRAY -> readList(parser, context, depth);
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case VALUE_NULL -> null;
			default -> context.handleUnexpectedToken(Object.class, parser);
		};
	}

	private Map<String, @Nullable Object> readMap(JsonParser parser, DeserializationContext context, int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			map.put(name, read(parser, context, depth + 1));
		}
		return map;
	}

	private List<@Nullable Object> readList(JsonParser parser, DeserializationContext context, int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(read(parser, context, depth + 1));
		}
		return list;
	}

}
