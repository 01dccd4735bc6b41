package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Query for users. A condition accepts up to 100 values. In lists, the prefix {@code -}
 * excludes the users with an external id, user id or organization id.
 */
public final class UserQuery extends PageQuery<UserQuery> {

	private static final Set<String> CREATION_ORDERS = Set.of("created_at", "+created_at", "-created_at");

	private UserQuery(Map<String, @Nullable Object> fields) {
		super(fields, UserQuery::new);
	}

	/** Create a query without conditions. */
	public static UserQuery create() {
		return new UserQuery(Map.of());
	}

	public UserQuery emailAddress(String... emailAddress) {
		return set("email_address", upTo100("emailAddress", emailAddress));
	}

	public UserQuery phoneNumber(String... phoneNumber) {
		return set("phone_number", upTo100("phoneNumber", phoneNumber));
	}

	public UserQuery externalId(String... externalId) {
		return set("external_id", upTo100("externalId", externalId));
	}

	public UserQuery username(String... username) {
		return set("username", upTo100("username", username));
	}

	public UserQuery web3Wallet(String... web3Wallet) {
		return set("web3_wallet", upTo100("web3Wallet", web3Wallet));
	}

	public UserQuery userId(String... userId) {
		return set("user_id", upTo100("userId", userId));
	}

	public UserQuery organizationId(String... organizationId) {
		return set("organization_id", upTo100("organizationId", organizationId));
	}

	/**
	 * Filter by a text contained in a name, id, email address, phone number or wallet.
	 */
	public UserQuery query(String query) {
		return set("query", query);
	}

	public UserQuery emailAddressQuery(String emailAddressQuery) {
		return set("email_address_query", emailAddressQuery);
	}

	public UserQuery phoneNumberQuery(String phoneNumberQuery) {
		return set("phone_number_query", phoneNumberQuery);
	}

	public UserQuery usernameQuery(String usernameQuery) {
		return set("username_query", usernameQuery);
	}

	public UserQuery nameQuery(String nameQuery) {
		return set("name_query", nameQuery);
	}

	public UserQuery banned(boolean banned) {
		return set("banned", banned);
	}

	public UserQuery lastActiveAtBefore(Instant lastActiveAtBefore) {
		return set("last_active_at_before", lastActiveAtBefore);
	}

	public UserQuery lastActiveAtAfter(Instant lastActiveAtAfter) {
		return set("last_active_at_after", lastActiveAtAfter);
	}

	/**
	 * Filter by last activity.
	 * @param lastActiveAtSince the earliest activity
	 * @deprecated in favor of {@link #lastActiveAtAfter(Instant)}
	 */
	@Deprecated
	public UserQuery lastActiveAtSince(Instant lastActiveAtSince) {
		return set("last_active_at_since", lastActiveAtSince);
	}

	public UserQuery createdAtBefore(Instant createdAtBefore) {
		return set("created_at_before", createdAtBefore);
	}

	public UserQuery createdAtAfter(Instant createdAtAfter) {
		return set("created_at_after", createdAtAfter);
	}

	public UserQuery lastSignInAtBefore(Instant lastSignInAtBefore) {
		return set("last_sign_in_at_before", lastSignInAtBefore);
	}

	public UserQuery lastSignInAtAfter(Instant lastSignInAtAfter) {
		return set("last_sign_in_at_after", lastSignInAtAfter);
	}

	/**
	 * Set the OAuth provider of {@link #providerUserId}, such as {@code oauth_google}.
	 */
	public UserQuery provider(String provider) {
		return set("provider", provider);
	}

	public UserQuery providerUserId(String... providerUserId) {
		return set("provider_user_id", upTo100("providerUserId", providerUserId));
	}

	/**
	 * Set the order: {@code created_at}, {@code updated_at}, {@code email_address},
	 * {@code
	 * phone_number}, {@code username}, {@code web3wallet}, {@code first_name}, {@code
	 * last_name}, {@code last_active_at} or {@code last_sign_in_at}. Defaults to newest
	 * first.
	 */
	public UserQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/**
	 * Fetch the users after another one in the order of creation. The offset is removed,
	 * as Clerk rejects the combination.
	 * @param userId the id of the last user of the previous page
	 */
	public UserQuery startingAfter(String userId) {
		Map<String, @Nullable Object> remaining = new LinkedHashMap<>(fields());
		remaining.remove("offset");
		return new UserQuery(remaining).set("starting_after", userId);
	}

	boolean isOrderedByCreation() {
		return !(fields().get("order_by") instanceof String order) || CREATION_ORDERS.contains(order);
	}

	private static @Nullable List<String> upTo100(String name, String... values) {
		Assert.notEmpty(values, () -> name + " must not be empty");
		return items(name, List.of(values), 100);
	}

}
