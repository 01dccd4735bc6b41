package io.github.clerkspring.emulator.users;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Finds users by a part of a text in lower case. Each user keeps all its texts as one,
 * since a search reads those of all users.
 */
final class UserSearch {

	private static final List<Shape> CONTACTS = List.of(UserShapes.EMAIL_ADDRESS, UserShapes.PHONE_NUMBER,
			UserShapes.WEB3_WALLET);

	private static final String SEPARATOR = "\0";

	private UserSearch() {
	}

	static boolean matches(Transaction tx, Resource user, String part) {
		return contains(tx, user, part) || user.id().equalsIgnoreCase(part);
	}

	static boolean matchesContact(Transaction tx, Shape shape, Resource user, String part) {
		return contains(tx, user, part) && contacts(tx, shape, user).anyMatch((text) -> Search.contains(text, part));
	}

	private static boolean contains(Transaction tx, Resource user, String part) {
		return user.searchText(() -> text(tx, user)).contains(part) && !part.contains(SEPARATOR);
	}

	private static String text(Transaction tx, Resource user) {
		Stream<String> own = Stream.of(Objects.toString(user.text("username"), ""), UserView.fullName(user));
		return Stream.concat(own, CONTACTS.stream().flatMap((shape) -> contacts(tx, shape, user)))
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(SEPARATOR));
	}

	private static Stream<String> contacts(Transaction tx, Shape shape, Resource user) {
		return UserView.owned(tx, shape, user).stream().map((found) -> found.required(shape.object()));
	}

}
