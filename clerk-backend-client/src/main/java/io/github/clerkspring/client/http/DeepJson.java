package io.github.clerkspring.client.http;

import java.io.StringWriter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * JSON that is nested too deeply for lists and maps, whose recursive {@code toString()},
 * {@code hashCode()} and serialization would overflow the stack. The JSON text is
 * retained and written unchanged.
 *
 * @param text the JSON text
 */
record DeepJson(String text) implements JacksonSerializable {

	private static final JsonFactory FACTORY = ClerkJsonMapper.createFactory();

	static DeepJson read(JsonParser parser) {
		StringWriter text = new StringWriter();
		try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
			generator.copyCurrentStructureExact(parser);
		}
		return new DeepJson(text.toString());
	}

	@Override
	public void serialize(JsonGenerator generator, SerializationContext context) {
		generator.writeRawValue(this.text);
	}

	@Override
	public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer serializer) {
		serialize(generator, context);
	}

	/** Return the JSON text. */
	@Override
	public String toString() {
		return this.text;
	}

}
