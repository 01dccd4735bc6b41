package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * The settings of the instance, as they are now.
 */
final class InstanceSettings {

	private static final List<Shape> ALL = List.of(InstanceShapes.INSTANCE, InstanceShapes.AUTHENTICATION,
			InstanceShapes.RESTRICTIONS, InstanceShapes.PROTECT, InstanceShapes.COMMUNICATION,
			InstanceShapes.OAUTH_APPLICATIONS, InstanceShapes.ORGANIZATIONS);

	private final Emulation emulation;

	InstanceSettings(Emulation emulation) {
		this.emulation = emulation;
	}

	/**
	 * Makes the settings that every instance begins with.
	 */
	void initialize() {
		ALL.forEach((shape) -> this.emulation.table(shape).add(id(), (draft) -> {
		}));
	}

	/**
	 * The settings of one kind.
	 * @param shape a shape of {@link InstanceShapes} that describes settings
	 * @return the resource
	 */
	Resource get(Shape shape) {
		return this.emulation.find(shape, id());
	}

	ObjectNode show(Shape shape) {
		ObjectNode node = get(shape).toJson();
		node.remove("id");
		return node;
	}

	/**
	 * Changes settings. What was sent as null stays as it is.
	 * @param shape the kind of settings
	 * @param body what was sent
	 * @param names the fields that are called as the setting
	 */
	void update(Shape shape, Body body, String... names) {
		update(shape, (draft) -> body.copyValues(draft, names));
	}

	void update(Shape shape, Consumer<Draft> changes) {
		this.emulation.table(shape).update(get(shape), changes);
	}

	boolean isOn(Shape shape, String name) {
		return get(shape).flag(name);
	}

	long number(Shape shape, String name) {
		Long number = get(shape).number(name);
		return (number != null) ? number : 0;
	}

	List<String> texts(Shape shape, String name) {
		return get(shape).texts(name);
	}

	private String id() {
		return this.emulation.settings().instanceId();
	}

}
