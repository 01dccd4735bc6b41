package io.github.clerkspring.client.enterprise;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which enterprise connections. */
public final class EnterpriseConnectionQuery extends PageQuery<EnterpriseConnectionQuery> {

	private EnterpriseConnectionQuery(Map<String, @Nullable Object> fields) {
		super(fields, EnterpriseConnectionQuery::new);
	}

	/** Begin with no condition. */
	public static EnterpriseConnectionQuery create() {
		return new EnterpriseConnectionQuery(Map.of());
	}

	public EnterpriseConnectionQuery organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

	/** Set whether the active or the inactive ones come; without it both do. */
	public EnterpriseConnectionQuery active(boolean active) {
		return set("active", active);
	}

}
