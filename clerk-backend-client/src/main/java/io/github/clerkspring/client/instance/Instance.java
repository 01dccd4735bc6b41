package io.github.clerkspring.client.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Clerk instance: the users and settings of one environment of an application.
 *
 * @param environmentType {@code development}, {@code staging} or {@code production}
 * @param allowedOrigins the allowed origins in addition to the domains
 */
public record Instance(String id, String environmentType, List<String> allowedOrigins, @Nullable String workspaceId) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
