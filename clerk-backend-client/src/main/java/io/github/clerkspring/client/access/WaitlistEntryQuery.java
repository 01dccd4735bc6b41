package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for waitlist entries. */
public final class WaitlistEntryQuery extends PageQuery<WaitlistEntryQuery> {

	private WaitlistEntryQuery(Map<String, @Nullable Object> fields) {
		super(fields, WaitlistEntryQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static WaitlistEntryQuery create() {
		return new WaitlistEntryQuery(Map.of());
	}

	/** Filter by a text that matches the email address or id. */
	public WaitlistEntryQuery query(String query) {
		return set("query", query);
	}

	public WaitlistEntryQuery status(WaitlistEntryStatus status) {
		return set("status", status);
	}

	/**
	 * Set the order: {@code created_at}, {@code email_address} or {@code invited_at}.
	 * Defaults to newest first.
	 */
	public WaitlistEntryQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
