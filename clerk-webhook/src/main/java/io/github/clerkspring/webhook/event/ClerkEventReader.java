package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.client.http.ClerkJsonMapper;

/**
 * Reads the verified body of a webhook. It is independent of the JSON mapper of the
 * application.
 */
public final class ClerkEventReader {

	private static final Pattern TYPE = Pattern.compile("[!-~]{1,100}");

	private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

	private static final JsonPointer UPDATED_AT = JsonPointer.compile("/updated_at");

	/** The zero value of times in Go, in which Clerk is written. */
	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

	private static final TypeReference<Map<String, Object>> ANYTHING = new TypeReference<>() {
	};

	private final JsonMapper mapper = ClerkJsonMapper.create();

	private final EventJson json = new EventJson(this.mapper);

	/**
	 * Read an event.
	 * @param deliveryId the id of the delivery
	 * @param sentAt the time of the signature, which is used as the time of an event
	 * without a time
	 * @param body the body
	 * @return the event, an {@link UnknownEvent} if its type is unknown
	 * @throws MalformedEventException if the body is not an event
	 * @throws UnreadableEventException if the type is known and the data does not have
	 * the expected format, or does not identify its object
	 */
	public ClerkEvent read(String deliveryId, Instant sentAt, byte[] body) {
		ObjectNode event = this.json.read(body);
		EventEnvelope envelope = envelope(deliveryId, sentAt, event);
		EventBinding binding = EventTypes.binding(envelope.type());
		JsonNode data = event.path("data");
		if (binding == null) {
			ObjectNode members = (data instanceof ObjectNode object) ? object : JsonNodeFactory.instance.objectNode();
			return bind(ClerkEventReader::unknown, envelope, members);
		}
		if (!(data instanceof ObjectNode object)) {
			throw new UnreadableEventException(envelope, "data is not an object");
		}
		ClerkEvent bound = bind(binding, envelope, object);
		EventTypes.requiredIds(envelope.type()).forEach((id) -> requireId(envelope, object, id));
		EventTypes.optionalIds(envelope.type())
			.filter((id) -> !isAbsent(object.at(id)))
			.forEach((id) -> requireId(envelope, object, id));
		requireTime(envelope, object);
		return bound;
	}

	private static ClerkEvent unknown(JsonMapper mapper, EventEnvelope envelope, ObjectNode data) {
		return new UnknownEvent(envelope, mapper.convertValue(data, ANYTHING));
	}

	private static boolean isAbsent(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

	// A later time would cause all further updates of the object to be skipped
	private void requireTime(EventEnvelope envelope, ObjectNode data) {
		Instant time = time(data.at(UPDATED_AT));
		if (time != null && !isPlausible(time)) {
			throw new UnreadableEventException(envelope, "data.updated_at is not a time between the years 1 and 9999");
		}
	}

	private static void requireId(EventEnvelope envelope, ObjectNode data, JsonPointer location) {
		JsonNode id = data.at(location);
		if (!id.isString() || !ID.matcher(id.asString()).matches()) {
			throw new UnreadableEventException(envelope,
					"data" + location.toString().replace('/', '.') + " is missing or invalid");
		}
	}

	private ClerkEvent bind(EventBinding binding, EventEnvelope envelope, ObjectNode data) {
		try {
			return binding.bind(this.mapper, envelope, data);
		}
		catch (JacksonException ex) {
			throw new UnreadableEventException(envelope, "data" + path(ex) + " does not have the expected form");
		}
		catch (RuntimeException ex) {
			// Rejected by the constructor of a record. The message may contain the value
			throw new UnreadableEventException(envelope, "data has a value that is not allowed");
		}
	}

	private static String path(JacksonException failure) {
		return failure.getPath().stream().map(ClerkEventReader::step).collect(Collectors.joining());
	}

	private static String step(Reference reference) {
		String name = reference.getPropertyName();
		return (name != null) ? "." + name : "[" + reference.getIndex() + "]";
	}

	private EventEnvelope envelope(String deliveryId, Instant sentAt, ObjectNode event) {
		String type = text(event.path("type"));
		if (type == null || !TYPE.matcher(type).matches()) {
			throw new MalformedEventException("it has no valid type");
		}
		JsonNode request = event.path("event_attributes").path("http_request");
		return new EventEnvelope(deliveryId, type,
				Optional.ofNullable(time(event.path("timestamp")))
					.filter((time) -> isPlausible(time) && time.isAfter(Instant.EPOCH))
					.orElse(sentAt),
				text(event.path("instance_id")), text(request.path("client_ip")), text(request.path("user_agent")));
	}

	private @Nullable Instant time(JsonNode value) {
		try {
			return (value.isIntegralNumber() || value.isString()) ? this.mapper.treeToValue(value, Instant.class)
					: null;
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isPlausible(Instant time) {
		return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.asString().isEmpty()) ? node.asString() : null;
	}

}
