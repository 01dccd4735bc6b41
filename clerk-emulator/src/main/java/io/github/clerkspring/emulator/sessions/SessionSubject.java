package io.github.clerkspring.emulator.sessions;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Subject of a session token.
 *
 * @param userId the id of the user
 * @param sessionId the id of the session
 * @param status {@code active} or {@code pending}
 * @param plan the slug of the user's plan, or null
 * @param features the slugs of the user's features
 * @param organization the active organization, or null
 */
public record SessionSubject(String userId, String sessionId, String status, @Nullable String plan,
		List<String> features, @Nullable Organization organization) {

	/**
	 * The active organization.
	 *
	 * @param id its id
	 * @param slug its slug
	 * @param role the key of the user's role, as {@code org:admin}
	 * @param permissions the keys of the role's permissions, as {@code org:invoices:read}
	 * @param plan the slug of its plan, or null
	 * @param features the slugs of its features
	 */
	public record Organization(String id, @Nullable String slug, String role, List<String> permissions,
			@Nullable String plan, List<String> features) {

	}

}
