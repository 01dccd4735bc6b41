package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A token for the impersonation of a user. */
public final class CreateActorTokenRequest extends RequestFields<CreateActorTokenRequest> {

	private CreateActorTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateActorTokenRequest::new);
	}

	/** Begin with the user to impersonate, and with who does. */
	public static CreateActorTokenRequest create(String userId, Actor actor) {
		return new CreateActorTokenRequest(Map.of()).set("user_id", userId).set("actor", actor);
	}

	/** How long the token can be used, one hour unless set. */
	public CreateActorTokenRequest expiresInSeconds(int expiresInSeconds) {
		return set("expires_in_seconds", expiresInSeconds);
	}

	/** How long the session lasts at most, half an hour unless set. */
	public CreateActorTokenRequest sessionMaxDurationInSeconds(int sessionMaxDurationInSeconds) {
		return set("session_max_duration_in_seconds", sessionMaxDurationInSeconds);
	}

	/** Who impersonates; session tokens hold it as {@code act}. */
	public static final class Actor extends RequestFields<Actor> {

		private Actor(Map<String, @Nullable Object> fields) {
			super(fields, Actor::new);
		}

		/**
		 * Begin with the person.
		 * @param sub the id of the user who impersonates
		 */
		public static Actor create(String sub) {
			return new Actor(Map.of()).set("sub", sub);
		}

		/**
		 * Add something else that the session tokens are to hold of the actor.
		 * @param name the name of the claim
		 * @param value its value
		 */
		public Actor claim(String name, @Nullable Object value) {
			return setNullable(name, value);
		}

	}

}
