package io.github.clerkspring.client.http;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

import io.github.clerkspring.client.core.Page;

/**
 * Deserializes both formats of Clerk's lists: an array, or an object with {@code data}
 * (for machine tokens {@code m2m_tokens}) and {@code total_count}.
 */
class PageDeserializer extends ValueDeserializer<Page<?>> {

	private static final Set<String> DATA = Set.of("data", "m2m_tokens");

	private static final String TOTAL_COUNT = "total_count";

	private final @Nullable JavaType listType;

	PageDeserializer() {
		this(null);
	}

	private PageDeserializer(@Nullable JavaType listType) {
		this.listType = listType;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		JavaType itemType = context.getContextualType().containedTypeOrUnknown(0);
		return new PageDeserializer(context.getTypeFactory().constructCollectionType(List.class, itemType));
	}

	@Override
	public Page<?> deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.isExpectedStartArrayToken()) {
			return new Page<>(readList(parser, context), null);
		}
		if (!parser.isExpectedStartObjectToken()) {
			context.handleUnexpectedToken(Page.class, parser);
		}
		List<?> data = List.of();
		Long totalCount = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (DATA.contains(name) && value != JsonToken.VALUE_NULL) {
				data = readList(parser, context);
			}
			else if (TOTAL_COUNT.equals(name) && value != JsonToken.VALUE_NULL) {
				totalCount = read(parser, context, context.constructType(Long.class), TOTAL_COUNT);
			}
			else {
				parser.skipChildren();
			}
		}
		return new Page<>(data, totalCount);
	}

	private List<?> readList(JsonParser parser, DeserializationContext context) {
		return read(parser, context, this.listType, "data");
	}

	private static <T> T read(JsonParser parser, DeserializationContext context, @Nullable JavaType type, String name) {
		try {
			return context.readValue(parser, type);
		}
		catch (JacksonException ex) {
			throw ex.prependPath(Page.class, name);
		}
	}

}
