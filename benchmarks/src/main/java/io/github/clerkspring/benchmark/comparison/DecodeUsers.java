package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.user.User;

/**
 * Decoding of a page of 100 users.
 */
final class DecodeUsers extends AlternatingRow {

	private static final int OPERATIONS = 20;

	DecodeUsers() {
		super("decode 100 users");
	}

	@Override
	List<Contender> contenders() {
		byte[] json = UserJson.list(0, 100);
		JsonMapper plain = DecodeUser.plain();
		JsonMapper clerk = ClerkJsonMapper.create();
		com.fasterxml.jackson.databind.ObjectMapper sdk = com.clerk.backend_api.utils.JSON.getMapper();
		return List.of(Contender.of(DecodeUser.SCAN, OPERATIONS, (number) -> DecodeUser.scan(json)),
				Contender.of(DecodeUser.RECORD, OPERATIONS, (number) -> plain.readValue(json, new Users())),
				Contender.of(Contender.SDK, OPERATIONS, (number) -> sdk.readValue(json, new SdkUsers())),
				Contender.of(Contender.CLERK, OPERATIONS, (number) -> clerk.readValue(json, new UserPage())));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(1, Contender.SDK), Goal.bytes(0.80, Contender.SDK));
	}

	private static final class Users extends TypeReference<List<User>> {

	}

	private static final class UserPage extends TypeReference<Page<User>> {

	}

	private static final class SdkUsers
			extends com.fasterxml.jackson.core.type.TypeReference<List<com.clerk.backend_api.models.components.User>> {

	}

}
