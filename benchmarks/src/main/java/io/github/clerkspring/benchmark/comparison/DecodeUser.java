package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.user.User;

/**
 * Decoding of a user.
 */
final class DecodeUser extends AlternatingRow {

	static final String SCAN = "scan";

	static final String RECORD = "plain record";

	private static final int OPERATIONS = 2_000;

	private static final JsonFactory FACTORY = new JsonFactory();

	DecodeUser() {
		super("decode a user");
	}

	@Override
	List<Contender> contenders() {
		byte[] json = UserJson.one();
		JsonMapper plain = plain();
		com.fasterxml.jackson.databind.ObjectMapper sdk = com.clerk.backend_api.utils.JSON.getMapper();
		return List
			.of(Contender.of(SCAN, OPERATIONS, (number) -> scan(json)),
					Contender.of(RECORD, OPERATIONS, (number) -> plain.readValue(json, User.class)),
					Contender.of(Contender.SDK, OPERATIONS,
							(number) -> sdk.readValue(json, com.clerk.backend_api.models.components.User.class)),
					clerk());
	}

	static Contender clerk() {
		byte[] json = UserJson.one();
		JsonMapper mapper = ClerkJsonMapper.create();
		return Contender.of(Contender.CLERK, OPERATIONS, (number) -> mapper.readValue(json, User.class));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(1, Contender.SDK), Goal.bytes(0.80, Contender.SDK));
	}

	static JsonMapper plain() {
		return JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
			.build();
	}

	static Integer scan(byte[] json) {
		int tokens = 0;
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			while (parser.nextToken() != null) {
				tokens++;
			}
		}
		return tokens;
	}

}
