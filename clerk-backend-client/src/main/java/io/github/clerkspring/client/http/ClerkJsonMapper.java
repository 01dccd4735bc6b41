package io.github.clerkspring.client.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import io.github.clerkspring.client.core.Page;

/**
 * JSON as Clerk writes and reads it: snake case, instants as epoch milliseconds, lists
 * and maps never null, unknown properties ignored.
 */
public final class ClerkJsonMapper {

	private ClerkJsonMapper() {
	}

	/** Create the mapper; it shares nothing with the application's. */
	public static JsonMapper create() {
		JsonSetter.Value nullsAsEmpty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
		return JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.withConfigOverride(List.class, (override) -> override.setNullHandling(nullsAsEmpty))
			.withConfigOverride(Map.class, (override) -> override.setNullHandling(nullsAsEmpty))
			.addModule(new SimpleModule("clerk").addDeserializer(Page.class, new PageDeserializer())
				.addDeserializer(Instant.class, new InstantDeserializer()))
			.build();
	}

}
