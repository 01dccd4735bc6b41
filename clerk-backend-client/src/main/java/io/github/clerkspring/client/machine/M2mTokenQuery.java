package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the tokens of a machine. JWTs are not stored. */
public final class M2mTokenQuery extends PageQuery<M2mTokenQuery> {

	private static final int MAX_LIMIT = 100;

	private M2mTokenQuery(Map<String, @Nullable Object> fields) {
		super(fields, M2mTokenQuery::new);
	}

	/** Create a query for the valid tokens of the machine with this id. */
	public static M2mTokenQuery create(String subject) {
		return new M2mTokenQuery(Map.of()).set("subject", subject);
	}

	@Override
	public int maxLimit() {
		return MAX_LIMIT;
	}

	/** Set whether revoked tokens are included. */
	public M2mTokenQuery revoked(boolean revoked) {
		return set("revoked", revoked);
	}

	/** Set whether expired tokens are included. */
	public M2mTokenQuery expired(boolean expired) {
		return set("expired", expired);
	}

}
