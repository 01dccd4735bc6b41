package io.github.clerkspring.webhook.event;

import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.client.organization.OrganizationInvitation;
import io.github.clerkspring.client.session.Session;
import io.github.clerkspring.client.user.User;

/**
 * Factory for events of one type, given the envelope and the data.
 */
@FunctionalInterface
interface EventBinding {

	/** Location of the organization of an invitation, in the data or one level deeper. */
	String PUBLIC_ORGANIZATION_DATA = "public_organization_data";

	ClerkEvent bind(JsonMapper mapper, EventEnvelope envelope, ObjectNode data);

	static <D> EventBinding of(Class<D> type, BiFunction<EventEnvelope, D, ClerkEvent> event) {
		return (mapper, envelope, data) -> event.apply(envelope, mapper.treeToValue(data, type));
	}

	static EventBinding ofSession(WithUser event) {
		return (mapper, envelope, data) -> {
			JsonNode user = data.get("user");
			return event.create(envelope, mapper.treeToValue(data, Session.class),
					(user != null && user.isObject()) ? mapper.treeToValue(user, User.class) : null);
		};
	}

	static EventBinding ofInvitation(BiFunction<EventEnvelope, OrganizationInvitation, ClerkEvent> event) {
		return (mapper, envelope, data) -> event.apply(envelope, invitation(mapper, data));
	}

	static EventBinding ofAcceptedInvitation(WithUserId event) {
		return (mapper, envelope, data) -> {
			JsonNode userId = data.get("user_id");
			return event.create(envelope, invitation(mapper, data),
					(userId != null && userId.isString()) ? userId.asString() : null);
		};
	}

	private static OrganizationInvitation invitation(JsonMapper mapper, ObjectNode data) {
		JsonNode nested = data.path("data").path(PUBLIC_ORGANIZATION_DATA);
		if (nested.isObject() && !data.hasNonNull(PUBLIC_ORGANIZATION_DATA)) {
			data.set(PUBLIC_ORGANIZATION_DATA, nested);
		}
		return mapper.treeToValue(data, OrganizationInvitation.class);
	}

	/**
	 * Constructor of a session event.
	 */
	interface WithUser {

		ClerkEvent create(EventEnvelope envelope, Session data, @Nullable User user);

	}

	/**
	 * Constructor of an event for an accepted invitation.
	 */
	interface WithUserId {

		ClerkEvent create(EventEnvelope envelope, OrganizationInvitation data, @Nullable String userId);

	}

}
