package io.github.clerkspring.emulator.store;

import java.time.Clock;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the text that a {@link Resource} keeps for searches.
 */
class SearchTextTests {

	private static final Shape USER = Shape.of("user", "user").nullable("name").build();

	private static final Shape ADDRESS = Shape.of("address", "adr")
		.nullable("user_id", "text")
		.indexed("user_id")
		.partOf(USER, "user_id")
		.build();

	private final Store store = new Store(Clock.systemUTC(), new Relations());

	private final Resource ada = user("ada");

	private final Resource bob = user("bob");

	private int made;

	@Test
	void keepsTextUntilResourceOrPartChanges() {
		assertThat(text(this.ada)).isEqualTo("ada:");
		assertThat(text(this.ada)).isEqualTo("ada:");
		assertThat(this.made).isOne();
		Resource address = this.store.transaction((tx) -> address(tx, this.ada, "one"));
		assertThat(text(this.ada)).isEqualTo("ada:one");
		this.store.run((tx) -> tx.update(this.ada, (draft) -> draft.set("name", "Augusta")));
		assertThat(text(this.ada)).isEqualTo("Augusta:one");
		this.store.run((tx) -> tx.update(address, (draft) -> draft.set("text", "two")));
		assertThat(text(this.ada)).isEqualTo("Augusta:two");
		this.store.run((tx) -> tx.remove(address));
		assertThat(text(this.ada)).isEqualTo("Augusta:");
		assertThat(this.made).isEqualTo(5);
	}

	@Test
	void makesTextOfBothOwnersWhenPartMoves() {
		Resource address = this.store.transaction((tx) -> address(tx, this.ada, "one"));
		assertThat(text(this.ada) + text(this.bob)).isEqualTo("ada:onebob:");
		this.store.run((tx) -> tx.update(address, (draft) -> draft.set("user_id", this.bob.id())));
		assertThat(text(this.ada) + text(this.bob)).isEqualTo("ada:bob:one");
	}

	@Test
	void makesTextAfterRollback() {
		Resource address = this.store.transaction((tx) -> address(tx, this.ada, "one"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.store.run((tx) -> {
			tx.update(this.ada, (draft) -> draft.set("name", "Augusta"));
			tx.update(address, (draft) -> draft.set("text", "two"));
			address(tx, this.ada, "three");
			assertThat(text(this.ada)).isEqualTo("Augusta:two three");
			tx.remove(address);
			assertThat(text(this.ada)).isEqualTo("Augusta:three");
			throw new IllegalStateException();
		}));
		assertThat(text(this.ada)).isEqualTo("ada:one");
	}

	@Test
	void acceptsPartsWhoseOwnerIsGone() {
		Resource address = this.store.transaction((tx) -> address(tx, this.ada, "one"));
		this.store.run((tx) -> tx.remove(this.ada));
		this.store.run((tx) -> tx.remove(address));
		assertThat(this.store.transaction((tx) -> tx.table(ADDRESS).size()).intValue()).isZero();
	}

	private Resource user(String name) {
		return this.store.transaction((tx) -> tx.create(USER, (draft) -> draft.set("name", name)));
	}

	private Resource address(Transaction tx, Resource user, String text) {
		return tx.create(ADDRESS, (draft) -> draft.set("user_id", user.id()).set("text", text));
	}

	private String text(Resource user) {
		return this.store.transaction((tx) -> user.searchText(() -> {
			this.made++;
			return tx.table(ADDRESS)
				.by("user_id", user.id())
				.stream()
				.map((address) -> address.text("text"))
				.collect(Collectors.joining(" ", user.text("name") + ":", ""));
		}));
	}

}
