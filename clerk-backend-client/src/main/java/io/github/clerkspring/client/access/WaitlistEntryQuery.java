package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which entries of the waitlist to read. */
public final class WaitlistEntryQuery extends PageQuery<WaitlistEntryQuery> {

	private WaitlistEntryQuery(Map<String, @Nullable Object> fields) {
		super(fields, WaitlistEntryQuery::new);
	}

	/** Begin with the first page of all. */
	public static WaitlistEntryQuery create() {
		return new WaitlistEntryQuery(Map.of());
	}

	/** Keep those whose email address or id matches. */
	public WaitlistEntryQuery query(String query) {
		return set("query", query);
	}

	public WaitlistEntryQuery status(WaitlistEntryStatus status) {
		return set("status", status);
	}

	/** By {@code created_at}, {@code email_address}, {@code invited_at}; newest first. */
	public WaitlistEntryQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
