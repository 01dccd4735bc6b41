package io.github.clerkspring.webhook.sync;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.organization.OrganizationMembershipQuery;
import io.github.clerkspring.client.user.User;

/**
 * Reads single objects from Clerk. All methods block, and return {@code null} if the
 * object does not exist. This does not cause a deletion, since a wrong key or URL would
 * have the same result.
 */
final class ClerkObjects {

	private final ClerkBackendClient client;

	private final Duration timeout;

	ClerkObjects(ClerkBackendClient client, Duration timeout) {
		this.client = client;
		this.timeout = timeout;
	}

	@Nullable User user(String userId) {
		return read(this.client.users().get(userId));
	}

	@Nullable Organization organization(String organizationId) {
		return read(this.client.organizations().get(organizationId));
	}

	/**
	 * Read a membership. A user who left and rejoined has another membership.
	 * @param membership the known state of the membership
	 * @param userId the id of the user
	 * @return the membership, or {@code null}
	 */
	@Nullable OrganizationMembership membership(OrganizationMembership membership, String userId) {
		OrganizationMembershipQuery query = OrganizationMembershipQuery.create().userId(userId).limit(1);
		return read(this.client.organizationMemberships()
			.list(membership.organization().id(), query)
			.flatMap((page) -> Mono.justOrEmpty(page.data().stream().findFirst()))
			.filter((found) -> found.id().equals(membership.id())));
	}

	private <T> @Nullable T read(Mono<T> call) {
		return call.onErrorResume(ClerkApiException.NotFound.class, (ex) -> Mono.empty()).block(this.timeout);
	}

	static String required(@Nullable String id) {
		if (id == null) {
			throw new IllegalStateException("An event without the id of its object cannot be handled");
		}
		return id;
	}

}
