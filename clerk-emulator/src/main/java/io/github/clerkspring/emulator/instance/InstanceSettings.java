package io.github.clerkspring.emulator.instance;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The settings of the instance, as they are now.
 */
public final class InstanceSettings {

	private static final List<Shape> ALL = List.of(InstanceShapes.INSTANCE, InstanceShapes.AUTHENTICATION,
			InstanceShapes.RESTRICTIONS, InstanceShapes.PROTECT, InstanceShapes.COMMUNICATION,
			InstanceShapes.OAUTH_APPLICATIONS, InstanceShapes.ORGANIZATIONS);

	private InstanceSettings() {
	}

	/**
	 * Creates the settings that every instance begins with.
	 * @param tx the transaction
	 */
	static void initialize(Transaction tx) {
		ALL.forEach((shape) -> tx.create(shape, id(tx), (draft) -> {
		}));
	}

	/**
	 * The settings of one kind.
	 * @param tx the transaction
	 * @param shape a shape of {@link InstanceShapes} that describes settings
	 * @return the resource
	 */
	static Resource get(Transaction tx, Shape shape) {
		return tx.find(shape, id(tx));
	}

	public static ObjectNode show(Transaction tx, Shape shape) {
		ObjectNode node = get(tx, shape).toJson();
		node.remove("id");
		return node;
	}

	/**
	 * Changes settings. Null values do not change a setting.
	 * @param tx the transaction
	 * @param shape the kind of settings
	 * @param body the body
	 * @param names the fields with the name of their setting
	 */
	public static void update(Transaction tx, Shape shape, Body body, String... names) {
		update(tx, shape, (draft) -> body.copyValues(draft, names));
	}

	public static void update(Transaction tx, Shape shape, Consumer<Draft> changes) {
		tx.update(get(tx, shape), changes);
	}

	public static boolean isOn(Transaction tx, Shape shape, String name) {
		return get(tx, shape).flag(name);
	}

	public static long number(Transaction tx, Shape shape, String name) {
		Long number = get(tx, shape).number(name);
		return (number != null) ? number : 0;
	}

	public static List<String> texts(Transaction tx, Shape shape, String name) {
		return get(tx, shape).texts(name);
	}

	private static String id(Transaction tx) {
		return Settings.of(tx).instanceId();
	}

}
