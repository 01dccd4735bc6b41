package io.github.clerkspring.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Definition of a user.
 */
public final class UserSeed {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private @Nullable String id;

	UserSeed() {
	}

	/**
	 * Sets the id. Defaults to a generated id.
	 * @param id the id, such as {@code user_ada}
	 * @return this seed
	 */
	public UserSeed id(String id) {
		this.id = id;
		return this;
	}

	/**
	 * Adds verified e-mail addresses, the first of which becomes the primary one.
	 * @param addresses the addresses
	 * @return this seed
	 */
	public UserSeed emailAddress(String... addresses) {
		return field("email_address", List.of(addresses));
	}

	/**
	 * Adds verified phone numbers, the first of which becomes the primary one.
	 * @param numbers the numbers, such as {@code +15555550100}
	 * @return this seed
	 */
	public UserSeed phoneNumber(String... numbers) {
		return field("phone_number", List.of(numbers));
	}

	public UserSeed username(String username) {
		return field("username", username);
	}

	public UserSeed firstName(String firstName) {
		return field("first_name", firstName);
	}

	public UserSeed lastName(String lastName) {
		return field("last_name", lastName);
	}

	public UserSeed externalId(String externalId) {
		return field("external_id", externalId);
	}

	public UserSeed password(String password) {
		return field("password", password);
	}

	public UserSeed publicMetadata(Map<String, ?> metadata) {
		return field("public_metadata", metadata);
	}

	public UserSeed privateMetadata(Map<String, ?> metadata) {
		return field("private_metadata", metadata);
	}

	public UserSeed unsafeMetadata(Map<String, ?> metadata) {
		return field("unsafe_metadata", metadata);
	}

	/**
	 * Sets any field of the request that creates a user.
	 * @param name the JSON name
	 * @param value a string, number, boolean, list or map
	 * @return this seed
	 */
	public UserSeed field(String name, Object value) {
		this.body.put(name, value);
		return this;
	}

	@Nullable String id() {
		return this.id;
	}

	Map<String, Object> body() {
		this.body.putIfAbsent("skip_user_requirement", true);
		return this.body;
	}

}
