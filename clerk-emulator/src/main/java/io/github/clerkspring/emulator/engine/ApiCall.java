package io.github.clerkspring.emulator.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * A call of an operation.
 *
 * @param version the version of the API that the caller speaks
 * @param variables the values in the path, by name
 * @param query the parameters behind the question mark
 * @param credential the bearer token, or null
 * @param content the bytes of the body
 * @param uploads reads the body as a form
 * @param idempotencyKey the key of a call that is performed once, or null
 * @param presetId the id that the next created resource gets, of a seed
 */
public record ApiCall(ApiVersion version, Map<String, String> variables, Query query, @Nullable String credential,
		byte[] content, Supplier<Upload> uploads, @Nullable String idempotencyKey, @Nullable String presetId) {

	/**
	 * A value in the path.
	 * @param name its name in the template
	 * @return the decoded value
	 */
	public String path(String name) {
		String value = this.variables.get(name);
		if (value == null) {
			throw new IllegalArgumentException("No {" + name + "} in the path");
		}
		return value;
	}

	/**
	 * Reads the body; an empty body is an object without fields.
	 * @param fields the permitted fields
	 * @return the checked body
	 * @throws ApiException if the body is not an object or is invalid
	 */
	public Body body(Fields fields) {
		if (tree() instanceof ObjectNode object) {
			return Body.of(object, fields);
		}
		throw invalidBody();
	}

	/**
	 * Reads the body with fields that refer to stored resources.
	 * @param tx the transaction
	 * @param fields the fields
	 * @param owner the resource that gets the values, or null if it does not exist yet
	 * @return the checked body
	 * @throws ApiException if the body is not an object or is invalid
	 */
	public Body body(Transaction tx, Fields fields, @Nullable Resource owner) {
		if (tree() instanceof ObjectNode object) {
			fields.check(tx, object, owner);
			return new Body(object);
		}
		throw invalidBody();
	}

	/**
	 * Reads a body that is a list of objects.
	 * @param fields the permitted fields of each object
	 * @return the checked objects
	 * @throws ApiException if the body is not a list or an object is invalid
	 */
	public List<Body> bodies(Fields fields) {
		if (tree() instanceof ArrayNode array) {
			return array.valueStream().map((element) -> {
				if (element instanceof ObjectNode object) {
					return Body.of(object, fields);
				}
				throw invalidBody();
			}).toList();
		}
		throw invalidBody();
	}

	/**
	 * Reads the body as a form with files.
	 * @return the form
	 */
	public Upload upload() {
		return this.uploads.get();
	}

	/**
	 * Inserts the resource that the call creates, with the preset id if one is given.
	 * @param tx the transaction
	 * @param shape the shape of the resource
	 * @param values sets its values
	 * @return the resource
	 * @throws ApiException if the preset id exists
	 */
	public Resource create(Transaction tx, Shape shape, Consumer<Draft> values) {
		if (this.presetId != null && tx.table(shape).find(this.presetId) != null) {
			throw ApiException.parameter("form_identifier_exists", "id", "already exists",
					"There is already a " + shape.object() + " with id " + this.presetId);
		}
		return tx.create(shape, this.presetId, values);
	}

	private JsonNode tree() {
		if (this.content.length == 0) {
			return Json.object();
		}
		try {
			return JsonMapper.shared().readTree(this.content);
		}
		catch (JacksonException ex) {
			throw invalidBody();
		}
	}

	private static ApiException invalidBody() {
		return new ApiException(400, "request_body_invalid", "Request body invalid",
				"The request body is invalid. Please consult the API documentation for more information.");
	}

}
