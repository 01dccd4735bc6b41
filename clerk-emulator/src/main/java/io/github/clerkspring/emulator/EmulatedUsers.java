package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The users of the emulated instance.
 */
public final class EmulatedUsers {

	private final InProcess clerk;

	EmulatedUsers(InProcess clerk) {
		this.clerk = clerk;
	}

	/**
	 * Creates a user with an e-mail address.
	 * @param emailAddress the address
	 * @return the id of the user
	 */
	public String create(String emailAddress) {
		return create((user) -> user.emailAddress(emailAddress));
	}

	/**
	 * Creates a user.
	 * @param description describes the user
	 * @return the id of the user
	 */
	public String create(Consumer<UserSeed> description) {
		UserSeed seed = new UserSeed();
		description.accept(seed);
		return this.clerk.create("/users", seed.body(), seed.id());
	}

	/**
	 * The user as Clerk shows it.
	 * @param userId the id of the user
	 * @return the properties by their names on the wire
	 */
	public Map<String, @Nullable Object> get(String userId) {
		return this.clerk.call("GET", "/users/" + userId, null);
	}

	/**
	 * Deletes a user, which ends memberships and sessions.
	 * @param userId the id of the user
	 */
	public void delete(String userId) {
		this.clerk.call("DELETE", "/users/" + userId, null);
	}

	/**
	 * Puts a user on a plan, with its features, both of which session tokens carry.
	 * @param userId the id of the user
	 * @param plan the slug of the plan
	 * @param features the slugs of the features
	 */
	public void plan(String userId, String plan, String... features) {
		this.clerk.run(() -> this.clerk.backend().plan(userId, plan, List.of(features)));
	}

}
