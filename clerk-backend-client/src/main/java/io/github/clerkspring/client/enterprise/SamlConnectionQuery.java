package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for SAML connections. */
public final class SamlConnectionQuery extends PageQuery<SamlConnectionQuery> {

	private SamlConnectionQuery(Map<String, @Nullable Object> fields) {
		super(fields, SamlConnectionQuery::new);
	}

	/** Create a query without conditions. */
	public static SamlConnectionQuery create() {
		return new SamlConnectionQuery(Map.of());
	}

	/** Filter by a text contained in the name, ignoring case. */
	public SamlConnectionQuery query(String query) {
		return set("query", query);
	}

	/** Set the sort property, with the prefix {@code +} or {@code -}. */
	public SamlConnectionQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/**
	 * Filter by up to 100 organization ids; the prefix {@code +} includes an id,
	 * {@code -} excludes it.
	 */
	public SamlConnectionQuery organizationId(String... organizationId) {
		return set("organization_id", items("organizationId", List.of(organizationId), 100));
	}

}
