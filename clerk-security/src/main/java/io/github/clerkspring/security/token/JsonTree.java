package io.github.clerkspring.security.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads maps and lists from a parser, without the context that databind creates for each
 * document and the second set of names that the parser's check of duplicates needs.
 */
final class JsonTree {

	/**
	 * Names that all tokens of Clerk have. The documents share them: comparing names
	 * takes less time if they are the same object, and cached tokens need less memory.
	 * Other names are never shared, since the sender of a token chooses them.
	 */
	private static final Map<String, String> NAMES = Stream
		.of("alg", "cat", "kid", "typ", "act", "aud", "azp", "client_id", "email", "exp", "fea", "fpm", "fva", "iat",
				"id", "iss", "jti", "nbf", "o", "org_id", "org_permissions", "org_role", "org_slug", "per", "pla",
				"rol", "scope", "scopes", "scp", "sid", "slg", "sts", "sub", "v")
		.collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

	private JsonTree() {
	}

	/**
	 * Read a document.
	 * @param parser the parser, before the first token
	 * @return the members, or {@code null} if the document is not exactly one object
	 * @throws StreamReadException if it is malformed or has duplicate members
	 */
	static @Nullable Map<String, Object> readDocument(JsonParser parser) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			return null;
		}
		Map<String, Object> members = readObject(parser);
		return (parser.nextToken() == null) ? members : null;
	}

	private static Map<String, Object> readObject(JsonParser parser) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			int before = members.size();
			members.put(NAMES.getOrDefault(name, name), readValue(parser, parser.nextToken()));
			if (members.size() == before) {
				throw new StreamReadException(parser, "Duplicate member");
			}
		}
		return members;
	}

	private static List<Object> readArray(JsonParser parser) {
		List<Object> elements = new ArrayList<>();
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			elements.add(readValue(parser, token));
		}
		return elements;
	}

	private static @Nullable Object readValue(JsonParser parser, @Nullable JsonToken token) {
		if (token == null) {
			throw new StreamReadException(parser, "Unexpected end");
		}
		return switch (token) {
			case START_OBJECT -> readObject(parser);
			case START_ARRAY -> readArray(parser);
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NULL -> null;
			default -> throw new StreamReadException(parser, "Unexpected token");
		};
	}

}
