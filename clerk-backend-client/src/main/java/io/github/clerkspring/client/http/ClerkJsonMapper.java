package io.github.clerkspring.client.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
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
 * Creates the JSON mapper for Clerk's format: snake case, instants as epoch milliseconds,
 * lists and maps that are never null, lists without null elements; unknown properties are
 * ignored.
 * <p>
 * A response contains metadata that is written by end users. Parsers therefore share no
 * state: a table of names contains those of Java types only, and buffers are not reused.
 * All JSON that fits into 8 KB of metadata can be read. Values are not coerced to other
 * types: a string {@code banned} is an error, not false.
 */
public final class ClerkJsonMapper {

	/** Limit above the nesting depth and digits that fit into 8 KB of metadata. */
	private static final int MAX_DEPTH_OR_DIGITS = 10_000;

	private ClerkJsonMapper() {
	}

	/** Create a mapper that is independent of the application's mapper. */
	public static JsonMapper create() {
		JsonSetter.Value withoutNulls = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP);
		ResponseJsonFactory factory = createFactory();
		return JsonMapper.builder(factory)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.withCoercionConfig(LogicalType.Textual, ClerkJsonMapper::refuseOtherScalars)
			.withConfigOverride(List.class, (override) -> override.setNullHandling(withoutNulls))
			.withConfigOverride(Map.class,
					(override) -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
			.addModule(new SimpleModule("clerk").setDeserializerModifier(new RecordModifier(factory))
				.addDeserializer(Page.class, new PageDeserializer())
				.addDeserializer(Instant.class, new InstantDeserializer())
				.addDeserializer(Object.class, new UntypedDeserializer()))
			.build();
	}

	private static void refuseOtherScalars(MutableCoercionConfig textual) {
		textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
	}

	static ResponseJsonFactory createFactory() {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxNestingDepth(MAX_DEPTH_OR_DIGITS)
			.maxNumberLength(MAX_DEPTH_OR_DIGITS)
			.build();
		return new ResponseJsonFactory(UntrustedJson.factory(constraints)
			.streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH_OR_DIGITS).build()));
	}

}
