package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the test runs of a connection. */
public final class EnterpriseConnectionTestRunQuery extends PageQuery<EnterpriseConnectionTestRunQuery> {

	private EnterpriseConnectionTestRunQuery(Map<String, @Nullable Object> fields) {
		super(fields, EnterpriseConnectionTestRunQuery::new);
	}

	/** Create a query without conditions. */
	public static EnterpriseConnectionTestRunQuery create() {
		return new EnterpriseConnectionTestRunQuery(Map.of());
	}

	public EnterpriseConnectionTestRunQuery status(EnterpriseConnectionTestRun.Status... status) {
		return set("status", List.of(status));
	}

}
