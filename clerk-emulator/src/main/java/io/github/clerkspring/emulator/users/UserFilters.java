package io.github.clerkspring.emulator.users;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The filters of user lists. Lists of memberships filter by the same names, with the
 * function that leads from membership to user.
 */
public final class UserFilters {

	private static final int MAXIMUM_VALUES = 100;

	private UserFilters() {
	}

	/**
	 * Selects users.
	 * @param tx the transaction
	 * @param query the parameters
	 * @return the selection
	 */
	static Selection select(Transaction tx, Query query) {
		Selection users = identified(tx, query);
		users.signed("external_id", values(query, "external_id"));
		users.referenced(values(query, "organization_id"),
				(organizations) -> tx.part(UserMemberships.class).members(tx, organizations));
		providers(tx, query, users);
		conditions(tx, query, users, (user) -> user);
		created(query, users);
		return users;
	}

	/**
	 * Selects users by their identifiers.
	 * @param tx the transaction
	 * @param query the parameters
	 * @return the selection
	 */
	public static Selection identified(Transaction tx, Query query) {
		Selection users = Selection.of(tx.table(UserShapes.USER));
		users.ids(values(query, "user_id"));
		users.in("username", lower(values(query, "username")));
		for (Shape shape : List.of(UserShapes.EMAIL_ADDRESS, UserShapes.PHONE_NUMBER, UserShapes.WEB3_WALLET)) {
			List<String> wanted = lower(shape, values(query, shape.object()));
			if (!wanted.isEmpty()) {
				users.restrictedTo(owners(tx, shape, shape.object(), wanted));
			}
		}
		return users;
	}

	/**
	 * Adds the conditions without an index.
	 * @param tx the transaction
	 * @param query the parameters
	 * @param selection the selection to add to
	 * @param user returns the user of a selected resource
	 */
	public static void conditions(Transaction tx, Query query, Selection selection,
			Function<Resource, @Nullable Resource> user) {
		where(selection, user, query.flag("banned"), (found, banned) -> found.flag("banned") == banned);
		where(selection, user, text(query, "query"), (found, part) -> UserSearch.matches(tx, found, part));
		where(selection, user, text(query, "email_address_query"),
				(found, part) -> UserSearch.matchesContact(tx, UserShapes.EMAIL_ADDRESS, found, part));
		where(selection, user, text(query, "phone_number_query"),
				(found, part) -> UserSearch.matchesContact(tx, UserShapes.PHONE_NUMBER, found, part));
		where(selection, user, text(query, "username_query"),
				(found, part) -> Search.contains(found.text("username"), part));
		where(selection, user, text(query, "name_query"),
				(found, part) -> Search.contains(UserView.fullName(found), part));
		for (String property : List.of("last_active_at", "last_sign_in_at")) {
			where(selection, user, query.number(property + "_before"),
					(found, limit) -> number(found, property) < limit && found.get(property) != null);
			where(selection, user, query.number(property + "_after"),
					(found, limit) -> number(found, property) > limit);
		}
		where(selection, user, query.number("last_active_at_since"),
				(found, limit) -> number(found, "last_active_at") >= limit);
	}

	/**
	 * Adds the conditions on the time of creation.
	 * @param query the parameters
	 * @param selection the selection to add to
	 */
	public static void created(Query query, Selection selection) {
		where(selection, (found) -> found, query.number("created_at_before"),
				(found, limit) -> found.createdAt() < limit);
		where(selection, (found) -> found, query.number("created_at_after"),
				(found, limit) -> found.createdAt() > limit);
	}

	static List<String> values(Query query, String name) {
		List<String> values = query.all(name);
		if (values.size() > MAXIMUM_VALUES) {
			throw ApiException.parameter("form_param_array_size_exceeded", name, "exceeds maximum size",
					name + " should not exceed " + MAXIMUM_VALUES + " items.");
		}
		return values;
	}

	private static void providers(Transaction tx, Query query, Selection users) {
		String provider = query.text("provider");
		List<String> ids = values(query, "provider_user_id");
		if ((provider == null) != ids.isEmpty()) {
			throw ApiException.parameter("form_conditional_param_missing", "provider", "is missing",
					"provider and provider_user_id must be used together.");
		}
		if (provider != null) {
			users.restrictedTo(ids.stream()
				.flatMap((id) -> tx.table(UserShapes.EXTERNAL_ACCOUNT).by("provider_user_id", id).stream())
				.filter((account) -> provider.equals(account.text("provider")))
				.map((account) -> account.required("user_id"))
				.toList());
		}
	}

	private static Collection<String> owners(Transaction tx, Shape shape, String property, Collection<String> values) {
		return values.stream()
			.flatMap((value) -> tx.table(shape).by(property, value).stream())
			.map((found) -> found.required("user_id"))
			.toList();
	}

	private static long number(Resource user, String property) {
		Long value = user.number(property);
		return (value != null) ? value : Long.MIN_VALUE;
	}

	private static @Nullable String text(Query query, String name) {
		String value = query.text(name);
		return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
	}

	private static List<String> lower(List<String> values) {
		return values.stream().map((value) -> value.toLowerCase(Locale.ROOT)).toList();
	}

	private static List<String> lower(Shape shape, List<String> values) {
		return (shape == UserShapes.EMAIL_ADDRESS) ? lower(values) : values;
	}

	private static <T> void where(Selection selection, Function<Resource, @Nullable Resource> user, @Nullable T value,
			Condition<T> condition) {
		if (value != null) {
			Predicate<Resource> test = (found) -> {
				Resource owner = user.apply(found);
				return owner != null && condition.test(owner, value);
			};
			selection.where(test);
		}
	}

	private interface Condition<T> {

		boolean test(Resource user, T value);

	}

}
