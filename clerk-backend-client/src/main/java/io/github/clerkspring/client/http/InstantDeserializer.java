package io.github.clerkspring.client.http;

import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Deserializes an instant from epoch milliseconds, epoch seconds (in some responses) or
 * RFC 3339 text.
 */
class InstantDeserializer extends StdScalarDeserializer<Instant> {

	/**
	 * Threshold between the two units: March 1973 in milliseconds, the year 5138 in
	 * seconds.
	 */
	private static final long LEAST_MILLISECONDS = 100_000_000_000L;

	InstantDeserializer() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
			long value = parser.getLongValue();
			boolean seconds = value > -LEAST_MILLISECONDS && value < LEAST_MILLISECONDS;
			return seconds ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
		}
		if (parser.hasToken(JsonToken.VALUE_STRING)) {
			return parse(parser.getString(), context);
		}
		return (Instant) context.handleUnexpectedToken(Instant.class, parser);
	}

	private @Nullable Instant parse(String text, DeserializationContext context) {
		try {
			Instant instant = Instant.parse(text);
			instant.toEpochMilli();
			return instant;
		}
		catch (DateTimeException | ArithmeticException ex) {
			return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an RFC 3339 instant");
		}
	}

}
