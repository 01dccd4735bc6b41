package io.github.clerkspring.emulator.templates;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * E-mails that applications send through Clerk. Clerk has not published these operations;
 * they are as its JavaScript SDK calls them. Nothing is sent: e-mails are kept, and
 * webhooks publish them.
 */
final class EmailRoutes implements Family {

	private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

	private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_-]{1,255}");

	private static final int MAXIMUM_RECIPIENTS = 50;

	private static final int MAXIMUM_BATCH = 100;

	private static final int MAXIMUM_ATTACHMENTS = 10;

	private static final int MAXIMUM_ATTACHED = 1024 * 1024;

	private static final Fields EMAIL = Fields.none()
		.required(FieldType.OBJECT, "to", "from")
		.optional(FieldType.OBJECT, "reply_to", "headers")
		.required(FieldType.STRING, "subject")
		.optional(FieldType.STRING, "html", "text", "idempotency_key")
		.optional(FieldType.STRINGS, "cc", "bcc")
		.optional(FieldType.OBJECTS, "attachments")
		.length(0, 998, "subject")
		.matching(ADDRESS, "valid email addresses", "cc", "bcc");

	@Override
	public void register(Operations routes) {
		routes.post("/email",
				(tx, call) -> send(tx, call.body(EMAIL.without("idempotency_key")), call.idempotencyKey()));
		routes.post("/email/batch", this::sendAll);
		routes.get("/email/{id}", (tx, call) -> tx.find(TemplateShapes.EMAIL, call.path("id")).toJson());
	}

	private JsonNode sendAll(Transaction tx, ApiCall call) {
		List<ObjectNode> messages = call.body(Fields.none().required(FieldType.OBJECTS, "messages"))
			.objects("messages");
		if (messages.isEmpty() || messages.size() > MAXIMUM_BATCH) {
			throw ApiException.parameter("form_param_array_size_exceeded", "messages", "exceeds maximum size",
					"messages must have 1 to " + MAXIMUM_BATCH + " items.");
		}
		ArrayNode results = Json.array();
		messages.forEach((message) -> results.add(result(tx, results.size(), message)));
		return results;
	}

	private ObjectNode result(Transaction tx, int index, ObjectNode message) {
		ObjectNode result = Json.object().put("index", index);
		try {
			Body body = Body.of(message, EMAIL);
			result.set("email", tx.nested(() -> send(tx, body, body.text("idempotency_key"))));
			return result.put("status_code", 200);
		}
		catch (ApiException ex) {
			result.set("errors", ex.toJson("").get("errors"));
			return result.put("status_code", ex.status());
		}
	}

	private ObjectNode send(Transaction tx, Body body, @Nullable String key) {
		if (key != null) {
			Resource earlier = earlier(tx, body, key);
			if (earlier != null) {
				return earlier.toJson();
			}
		}
		check(body);
		ObjectNode to = body.tree().withObject("to");
		Resource user = user(tx, to);
		Resource address = (user != null) ? primary(tx, user) : null;
		String recipient = (address != null) ? address.required("email_address")
				: address("to", to.path("address").asString(""));
		String sender = address("from", body.tree().at("/from/address").asString(""));
		Resource email = tx.create(TemplateShapes.EMAIL, (draft) -> {
			draft.set("from_email_name", localPart(sender)).set("to_email_address", recipient);
			draft.set("user_id", (user != null) ? user.id() : null);
			draft.set("email_address_id", (address != null) ? address.id() : null);
			draft.set("reply_to_email_name", (body.object("reply_to") != null)
					? localPart(address("reply_to", body.tree().at("/reply_to/address").asString(""))) : null);
			draft.set("subject", body.required("subject")).set("body", body.text("html"));
			draft.set("body_plain", body.text("text")).set("data", Json.object());
			draft.set("idempotency_key", key).set("request", body.tree());
		});
		ObjectNode shown = email.toJson();
		tx.publish("email.created", shown);
		return shown;
	}

	private @Nullable Resource earlier(Transaction tx, Body body, String key) {
		if (!KEY.matcher(key).matches()) {
			throw ApiException.format("idempotency_key",
					"idempotency_key must have 1 to 255 letters, digits, underscores or hyphens.");
		}
		Resource earlier = table(tx).first("idempotency_key", key);
		if (earlier != null && !earlier.object("request").equals(body.tree())) {
			throw new ApiException(409, "conflict", "Conflict",
					"The idempotency key was used before with other parameters.");
		}
		return earlier;
	}

	private static void check(Body body) {
		if (body.text("html") == null && body.text("text") == null) {
			throw ApiException.parameter("form_param_missing", "html", "is missing", "html or text must be included.");
		}
		List<String> copies = new ArrayList<>(body.texts("cc"));
		copies.addAll(body.texts("bcc"));
		if (copies.size() >= MAXIMUM_RECIPIENTS) {
			throw ApiException.parameter("form_param_array_size_exceeded", "cc", "exceeds maximum size",
					"to, cc and bcc should not exceed " + MAXIMUM_RECIPIENTS + " addresses.");
		}
		if (new HashSet<>(copies).size() < copies.size()) {
			throw ApiException.parameter("form_param_duplicate", "cc", "is duplicate",
					"An address may be in cc or bcc once.");
		}
		checkAttachments(body);
	}

	private static void checkAttachments(Body body) {
		List<ObjectNode> attachments = body.objects("attachments");
		try {
			int size = attachments.stream()
				.mapToInt((one) -> Base64.getDecoder().decode(one.path("content").asString("")).length)
				.sum();
			if (attachments.size() > MAXIMUM_ATTACHMENTS || size > MAXIMUM_ATTACHED) {
				throw ApiException.parameter("form_param_exceeds_allowed_size", "attachments", "too large",
						"There may be 10 attachments of together 1 MiB.");
			}
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.format("attachments", "The content of attachments must be in Base64.");
		}
	}

	private @Nullable Resource user(Transaction tx, ObjectNode to) {
		String id = to.path("user_id").asString("");
		if (id.isEmpty()) {
			return null;
		}
		Resource user = tx.table(UserShapes.USER).find(id);
		if (user == null || primary(tx, user) == null) {
			throw ApiException.missingResource("to");
		}
		return user;
	}

	private @Nullable Resource primary(Transaction tx, Resource user) {
		return Stream.ofNullable(user.text("primary_email_address_id"))
			.map(tx.table(UserShapes.EMAIL_ADDRESS)::find)
			.findFirst()
			.orElse(null);
	}

	private static String address(String parameter, String value) {
		if (!ADDRESS.matcher(value).matches()) {
			throw ApiException.format(parameter, parameter + " must be a valid email address.");
		}
		return value;
	}

	private static String localPart(String address) {
		return address.substring(0, address.lastIndexOf('@'));
	}

	private Table table(Transaction tx) {
		return tx.table(TemplateShapes.EMAIL);
	}

}
