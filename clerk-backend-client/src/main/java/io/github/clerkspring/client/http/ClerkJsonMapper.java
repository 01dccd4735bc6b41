package io.github.clerkspring.client.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import io.github.clerkspring.client.core.Page;

/**
 * JSON as Clerk writes and reads it: snake case, instants as epoch milliseconds, lists
 * and maps never null, lists without null, unknown properties ignored.
 *
 * <p>
 * A response contains metadata that end users write. Parsers therefore share no state:
 * names are not kept in a table of the factory, and buffers are not reused. Whatever
 * metadata of 8 KB can hold is read. Nothing is read as another type than it has: a
 * {@code banned} that is a string is an error, not false.
 */
public final class ClerkJsonMapper {

	/** Nesting, and digits of a number, that are more than 8 KB of metadata can have. */
	private static final int MAX_DEPTH_OR_DIGITS = 10_000;

	private ClerkJsonMapper() {
	}

	/** Create the mapper; it shares nothing with the application's. */
	public static JsonMapper create() {
		JsonSetter.Value withoutNulls = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP);
		return JsonMapper.builder(createFactory())
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.withCoercionConfig(LogicalType.Textual, ClerkJsonMapper::refuseOtherScalars)
			.withConfigOverride(List.class, (override) -> override.setNullHandling(withoutNulls))
			.withConfigOverride(Map.class,
					(override) -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
			.addModule(new SimpleModule("clerk").addDeserializer(Page.class, new PageDeserializer())
				.addDeserializer(Instant.class, new InstantDeserializer())
				.addDeserializer(Object.class, new UntypedDeserializer()))
			.build();
	}

	private static void refuseOtherScalars(MutableCoercionConfig textual) {
		textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
	}

	static JsonFactory createFactory() {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxNestingDepth(MAX_DEPTH_OR_DIGITS)
			.maxNumberLength(MAX_DEPTH_OR_DIGITS)
			.build();
		return UntrustedJson.factory(constraints)
			.streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH_OR_DIGITS).build())
			.build();
	}

}
