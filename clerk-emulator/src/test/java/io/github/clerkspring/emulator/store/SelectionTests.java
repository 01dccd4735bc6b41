package io.github.clerkspring.emulator.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Selection} and {@link Table}.
 */
class SelectionTests {

	private static final Shape ITEM = Shape.of("item", "item")
		.nullable("owner", "kind", "name")
		.indexed("owner", "kind")
		.build();

	private static final Shape OWNER = Shape.of("owner", "owner").build();

	private final Store store = new Store(Clock.systemUTC(), new Relations());

	private final List<String> read = new ArrayList<>();

	@Test
	void readsSmallerOfTwoIndexedSets() {
		create(100, "ada", "book");
		create(1, "ada", "lamp");
		create(100, "bob", "lamp");
		for (List<String> order : List.of(List.of("owner", "kind"), List.of("kind", "owner"))) {
			this.read.clear();
			Selection lamps = select();
			order.forEach((property) -> lamps.in(property, List.of(property.equals("owner") ? "ada" : "lamp")));
			assertThat(lamps.where(this::reads).count()).isOne();
			assertThat(this.read).hasSize(1);
		}
		create(1, "carl", "lamp");
		Selection carl = select().in("kind", List.of("lamp")).in("owner", List.of("carl"));
		assertThat(carl.first()).isNotNull();
		assertThat(carl.count()).isOne();
	}

	@Test
	void findsResourcesOfSelectedOwnersByIndex() {
		this.store.run((tx) -> List.of("ada", "bob", "carl").forEach((id) -> tx.create(OWNER, id, (draft) -> {
		})));
		create(2, "ada", "book");
		create(100, "bob", "book");
		create(1, "carl", "lamp");
		Selection ofAda = select().ownedBy("owner", owners().ids(List.of("ada"))).where(this::reads);
		assertThat(names(ofAda.page(false, null, 0, 10))).containsExactly("0", "1");
		assertThat(this.read).hasSize(2);
		assertThat(select().ownedBy("owner", owners()).count()).isEqualTo(103);
		assertThat(select().ownedBy("owner", owners().ids(List.of("-bob"))).count()).isEqualTo(3);
		assertThat(select().ownedBy("owner", owners().ids(List.of("ada", "carl"))).count()).isEqualTo(3);
		assertThat(select().ownedBy("owner", owners().ids(List.of("nobody"))).count()).isZero();
		Selection withoutAda = owners().ids(List.of("ada", "bob")).where((owner) -> !owner.id().equals("ada"));
		assertThat(select().in("kind", List.of("book")).ownedBy("owner", withoutAda).count()).isEqualTo(100);
	}

	@Test
	void readsValueToOrderByOnceForEachResource() {
		create(50, "ada", "book");
		List<Resource> page = select().page((item) -> {
			this.read.add(item.id());
			return item.required("name").length();
		}, true, 0, 3);
		assertThat(names(page)).containsExactly("49", "48", "47");
		assertThat(this.read).hasSize(50);
	}

	@Test
	void ordersResourcesWithoutValueLast() {
		create(2, "ada", "book");
		this.store.run((tx) -> tx.create(ITEM, (draft) -> draft.set("owner", "ada")));
		assertThat(names(select().page((item) -> item.text("name"), false, 0, 3))).containsExactly("0", "1", "null");
		assertThat(names(select().page((item) -> item.text("name"), true, 0, 3))).containsExactly("null", "1", "0");
	}

	@Test
	void copiesWhatAnIndexFinds() {
		create(3, "ada", "book");
		create(1, "bob", "book");
		this.store.run((tx) -> {
			for (String owner : List.of("ada", "bob", "nobody")) {
				List<Resource> found = tx.table(ITEM).by("owner", owner);
				int size = found.size();
				found.forEach(tx::remove);
				assertThat(found).hasSize(size);
				assertThat(tx.table(ITEM).by("owner", owner)).isEmpty();
				assertThat(tx.table(ITEM).first("owner", owner)).isNull();
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(found::clear);
			}
		});
	}

	@Test
	void findsOldestByIndexAfterRollback() {
		create(2, "ada", "book");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.store.run((tx) -> {
			Resource oldest = tx.table(ITEM).by("owner", "ada").get(0);
			tx.update(oldest, (draft) -> draft.set("owner", "bob"));
			assertThat(tx.table(ITEM).first("owner", "bob")).isSameAs(oldest);
			throw new IllegalStateException();
		}));
		this.store.run((tx) -> {
			assertThat(names(tx.table(ITEM).by("owner", "ada"))).containsExactly("0", "1");
			assertThat(tx.table(ITEM).first("owner", "bob")).isNull();
		});
	}

	private boolean reads(Resource item) {
		return this.read.add(item.id());
	}

	private void create(int count, String owner, String kind) {
		this.store.run((tx) -> IntStream.range(0, count)
			.forEach((number) -> tx.create(ITEM,
					(draft) -> draft.set("owner", owner).set("kind", kind).set("name", String.valueOf(number)))));
	}

	private Selection select() {
		return this.store.transaction((tx) -> Selection.of(tx.table(ITEM)));
	}

	private Selection owners() {
		return this.store.transaction((tx) -> Selection.of(tx.table(OWNER)));
	}

	private static List<String> names(List<Resource> items) {
		return items.stream().map((item) -> String.valueOf(item.get("name"))).toList();
	}

}
