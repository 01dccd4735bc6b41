package io.github.clerkspring.emulator.routes;

import java.time.Clock;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Ids;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;
import io.github.clerkspring.emulator.engine.Store;
import io.github.clerkspring.emulator.engine.Table;
import io.github.clerkspring.emulator.token.SigningKeys;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * The emulated instance: all that the families share.
 */
public final class Emulation {

	private final Settings settings;

	private final Clock clock;

	private final Store store;

	private final Ids ids;

	private final SigningKeys keys = new SigningKeys();

	private final TokenSigner signer = new TokenSigner(this.keys);

	private final Events events = new Events();

	private int depth;

	public Emulation(Settings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.store = new Store(clock::millis);
		this.ids = new Ids(clock::millis);
	}

	public Settings settings() {
		return this.settings;
	}

	public Store store() {
		return this.store;
	}

	public Ids ids() {
		return this.ids;
	}

	public SigningKeys keys() {
		return this.keys;
	}

	public TokenSigner signer() {
		return this.signer;
	}

	public Events events() {
		return this.events;
	}

	/**
	 * Runs an action as one transaction: what throws leaves nothing behind, and events
	 * are delivered when all is done. An action inside of another is a part of it.
	 * @param action the action
	 * @param <T> the type of its result
	 * @return its result
	 */
	public <T extends @Nullable Object> T transaction(Supplier<T> action) {
		boolean outermost = this.depth == 0;
		int savepoint = this.events.size();
		boolean done = false;
		this.depth++;
		try {
			T result = this.store.transaction(action);
			done = true;
			return result;
		}
		finally {
			this.depth--;
			if (!done) {
				this.events.discard(savepoint);
			}
			if (outermost) {
				this.events.deliver();
			}
		}
	}

	/**
	 * The present instant of the emulator's clock.
	 * @return milliseconds since the epoch
	 */
	public long now() {
		return this.clock.millis();
	}

	/**
	 * The table of a shape.
	 * @param shape the shape
	 * @return always the same table
	 */
	public Table table(Shape shape) {
		return this.store.table(shape);
	}

	/**
	 * Adds a resource with a new id, or the id that a seed prescribes.
	 * @param call the call that creates it
	 * @param shape its shape
	 * @param values sets its properties
	 * @return the resource
	 */
	public Resource create(ApiCall call, Shape shape, Consumer<Draft> values) {
		String preset = call.presetId();
		if (preset != null && table(shape).find(preset) != null) {
			throw ApiException.parameter("form_identifier_exists", "id", "already exists",
					"There is already a " + shape.object() + " with id " + preset);
		}
		return table(shape).add((preset != null) ? preset : this.ids.next(shape.prefix()), values);
	}

	/**
	 * Adds a resource with a new id.
	 * @param shape its shape
	 * @param values sets its properties
	 * @return the resource
	 */
	public Resource create(Shape shape, Consumer<Draft> values) {
		return table(shape).add(this.ids.next(shape.prefix()), values);
	}

	/**
	 * Finds a resource that must be there.
	 * @param shape its shape
	 * @param id its id
	 * @return the resource
	 * @throws ApiException 404 if it is not there
	 */
	public Resource find(Shape shape, String id) {
		return required(table(shape).find(id), shape, id);
	}

	/**
	 * Finds the resource whose id is in the path and that belongs to another.
	 * @param shape its shape
	 * @param id its id
	 * @param owner the property with the id of the other
	 * @param ownerId the id of the other
	 * @return the resource
	 * @throws ApiException 404 if it is not there
	 */
	public Resource find(Shape shape, String id, String owner, String ownerId) {
		Resource resource = table(shape).find(id);
		boolean mine = resource != null && ownerId.equals(resource.text(owner));
		return required((mine) ? resource : null, shape, id);
	}

	/**
	 * Removes a resource and says so.
	 * @param shape its shape
	 * @param resource the resource
	 * @return the answer
	 */
	public ObjectNode delete(Shape shape, Resource resource) {
		table(shape).remove(resource);
		return deleted(shape, resource.id());
	}

	/**
	 * The answer for a deleted resource.
	 * @param shape its shape
	 * @param id its id
	 * @return the answer
	 */
	public ObjectNode deleted(Shape shape, String id) {
		return Json.object().put("object", shape.object()).put("id", id).put("deleted", true);
	}

	/**
	 * The status of something that waits for somebody, in which it expires.
	 * @param resource a resource with {@code status} and {@code expires_at}
	 * @return the status
	 */
	public String waitingStatus(Resource resource) {
		Long expiry = resource.number("expires_at");
		String status = resource.required("status");
		return (status.equals("pending") && expiry != null && expiry <= now()) ? "expired" : status;
	}

	/**
	 * The address of an image, which only names what it shows.
	 * @param resource whose image it is
	 * @return the address
	 */
	public String imageUrl(Resource resource) {
		String type = (resource.flag("has_image")) ? "proxy" : "default";
		String name = "{\"type\":\"" + type + "\",\"rid\":\"" + resource.id() + "\"}";
		return "https://img.clerk.com/" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes());
	}

	private static Resource required(@Nullable Resource resource, Shape shape, String id) {
		if (resource == null) {
			throw ApiException.notFound(shape.object().replace('_', ' '), id);
		}
		return resource;
	}

}
