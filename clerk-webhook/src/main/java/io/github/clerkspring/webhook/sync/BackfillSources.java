package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.organization.InstanceOrganizationMembershipQuery;
import io.github.clerkspring.client.organization.OrganizationQuery;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;

/**
 * Sources of a back-fill: users, organizations and their memberships, in this order.
 */
final class BackfillSources {

	private BackfillSources() {
	}

	static List<BackfillSource<?>> of(ClerkBackendClient client, ClerkUserSync sync, SyncHandlers handlers) {
		List<BackfillSource<?>> sources = new ArrayList<>();
		boolean memberships = !handlers.memberships().isEmpty();
		if (!handlers.users().isEmpty() || memberships) {
			sources.add(new Users(client, sync));
		}
		if (!handlers.organizations().isEmpty() || memberships) {
			sources.add(new Counted<>(SyncType.ORGANIZATION,
					(position) -> client.organizations()
						.list(OrganizationQuery.create()
							.orderBy(BackfillSource.ORDER)
							.limit(BackfillSource.PAGE_SIZE)
							.offset(position.offset())),
					sync::store));
		}
		if (memberships) {
			sources.add(new Counted<>(SyncType.MEMBERSHIP,
					(position) -> client.organizationMemberships()
						.listAll(InstanceOrganizationMembershipQuery.create()
							.orderBy(BackfillSource.ORDER)
							.limit(BackfillSource.PAGE_SIZE)
							.offset(position.offset())),
					sync::store));
		}
		return List.copyOf(sources);
	}

	/**
	 * Users, which can be read by creation time.
	 */
	private static final class Users extends BackfillSource<User> {

		private final ClerkBackendClient client;

		private final ClerkUserSync sync;

		Users(ClerkBackendClient client, ClerkUserSync sync) {
			super(SyncType.USER);
			this.client = client;
			this.sync = sync;
		}

		@Override
		Mono<Long> count() {
			return this.client.users().count(UserQuery.create()).map((count) -> (long) count.totalCount());
		}

		@Override
		Mono<Page<User>> read(BackfillPosition position) {
			UserQuery query = UserQuery.create().orderBy(ORDER).limit(PAGE_SIZE).offset(position.offset());
			return this.client.users()
				.list((position.createdAt() > 0) ? query.createdAtAfter(Instant.ofEpochMilli(position.createdAt() - 1))
						: query);
		}

		@Override
		void store(User user) {
			this.sync.store(user);
		}

		@Override
		@Nullable Instant createdAt(User user) {
			return user.createdAt();
		}

	}

	/**
	 * Objects that are paged by number.
	 *
	 * @param <T> the type of the objects
	 */
	private static final class Counted<T> extends BackfillSource<T> {

		private final Function<BackfillPosition, Mono<Page<T>>> list;

		private final Consumer<T> store;

		Counted(SyncType type, Function<BackfillPosition, Mono<Page<T>>> list, Consumer<T> store) {
			super(type);
			this.list = list;
			this.store = store;
		}

		@Override
		Mono<Long> count() {
			return Mono.empty();
		}

		@Override
		Mono<Page<T>> read(BackfillPosition position) {
			return this.list.apply(position);
		}

		@Override
		void store(T object) {
			this.store.accept(object);
		}

	}

}
