package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the memberships of an organization. A filter accepts at most 100 values. */
public final class OrganizationMembershipQuery extends PageQuery<OrganizationMembershipQuery> {

	private static final int MAX_ITEMS = 100;

	private OrganizationMembershipQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationMembershipQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OrganizationMembershipQuery create() {
		return new OrganizationMembershipQuery(Map.of());
	}

	/**
	 * Set the order: {@code phone_number}, {@code email_address}, {@code created_at},
	 * {@code
	 * first_name}, {@code last_name} or {@code username}.
	 */
	public OrganizationMembershipQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Filter by user id; the prefix {@code -} excludes an id. */
	public OrganizationMembershipQuery userId(String... userIds) {
		return set("user_id", items("userId", List.of(userIds), MAX_ITEMS));
	}

	public OrganizationMembershipQuery emailAddress(String... emailAddresses) {
		return set("email_address", items("emailAddress", List.of(emailAddresses), MAX_ITEMS));
	}

	public OrganizationMembershipQuery phoneNumber(String... phoneNumbers) {
		return set("phone_number", items("phoneNumber", List.of(phoneNumbers), MAX_ITEMS));
	}

	public OrganizationMembershipQuery username(String... usernames) {
		return set("username", items("username", List.of(usernames), MAX_ITEMS));
	}

	public OrganizationMembershipQuery web3Wallet(String... web3Wallets) {
		return set("web3_wallet", items("web3Wallet", List.of(web3Wallets), MAX_ITEMS));
	}

	/** Filter by role key. */
	public OrganizationMembershipQuery role(String... roles) {
		return set("role", items("role", List.of(roles), MAX_ITEMS));
	}

	/** Filter by a text that matches a name, an identifier or the id of the user. */
	public OrganizationMembershipQuery query(String query) {
		return set("query", query);
	}

	public OrganizationMembershipQuery emailAddressQuery(String emailAddressQuery) {
		return set("email_address_query", emailAddressQuery);
	}

	public OrganizationMembershipQuery phoneNumberQuery(String phoneNumberQuery) {
		return set("phone_number_query", phoneNumberQuery);
	}

	public OrganizationMembershipQuery usernameQuery(String usernameQuery) {
		return set("username_query", usernameQuery);
	}

	public OrganizationMembershipQuery nameQuery(String nameQuery) {
		return set("name_query", nameQuery);
	}

	public OrganizationMembershipQuery lastActiveAtBefore(Instant lastActiveAtBefore) {
		return set("last_active_at_before", lastActiveAtBefore);
	}

	public OrganizationMembershipQuery lastActiveAtAfter(Instant lastActiveAtAfter) {
		return set("last_active_at_after", lastActiveAtAfter);
	}

	public OrganizationMembershipQuery createdAtBefore(Instant createdAtBefore) {
		return set("created_at_before", createdAtBefore);
	}

	public OrganizationMembershipQuery createdAtAfter(Instant createdAtAfter) {
		return set("created_at_after", createdAtAfter);
	}

}
