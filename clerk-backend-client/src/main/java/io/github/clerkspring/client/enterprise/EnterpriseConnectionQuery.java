package io.github.clerkspring.client.enterprise;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for enterprise connections. */
public final class EnterpriseConnectionQuery extends PageQuery<EnterpriseConnectionQuery> {

	private EnterpriseConnectionQuery(Map<String, @Nullable Object> fields) {
		super(fields, EnterpriseConnectionQuery::new);
	}

	/** Create a query without conditions. */
	public static EnterpriseConnectionQuery create() {
		return new EnterpriseConnectionQuery(Map.of());
	}

	public EnterpriseConnectionQuery organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

	/** Filter by active or inactive connections. Defaults to both. */
	public EnterpriseConnectionQuery active(boolean active) {
		return set("active", active);
	}

}
