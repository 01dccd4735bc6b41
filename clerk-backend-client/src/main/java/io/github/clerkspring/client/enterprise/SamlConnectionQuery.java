package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which SAML connections. */
public final class SamlConnectionQuery extends PageQuery<SamlConnectionQuery> {

	private SamlConnectionQuery(Map<String, @Nullable Object> fields) {
		super(fields, SamlConnectionQuery::new);
	}

	/** Begin with no condition. */
	public static SamlConnectionQuery create() {
		return new SamlConnectionQuery(Map.of());
	}

	/** Set a part of the name, in capital or small letters. */
	public SamlConnectionQuery query(String query) {
		return set("query", query);
	}

	/** Set what to sort by, with {@code +} or {@code -} before it. */
	public SamlConnectionQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Set up to 100 organizations, each after {@code +} to keep or {@code -} to drop. */
	public SamlConnectionQuery organizationId(String... organizationId) {
		return set("organization_id", items("organizationId", List.of(organizationId), 100));
	}

}
