package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an actor token for the impersonation of a user. */
public final class CreateActorTokenRequest extends RequestFields<CreateActorTokenRequest> {

	private CreateActorTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateActorTokenRequest::new);
	}

	/** Create a request with the id of the user to impersonate and the actor. */
	public static CreateActorTokenRequest create(String userId, Actor actor) {
		return new CreateActorTokenRequest(Map.of()).set("user_id", userId).set("actor", actor);
	}

	/** Set the lifetime of the token in seconds. Defaults to one hour. */
	public CreateActorTokenRequest expiresInSeconds(int expiresInSeconds) {
		return set("expires_in_seconds", expiresInSeconds);
	}

	/** Set the maximum duration of the session in seconds. Defaults to half an hour. */
	public CreateActorTokenRequest sessionMaxDurationInSeconds(int sessionMaxDurationInSeconds) {
		return set("session_max_duration_in_seconds", sessionMaxDurationInSeconds);
	}

	/** Actor who impersonates a user; the {@code act} claim of session tokens. */
	public static final class Actor extends RequestFields<Actor> {

		private Actor(Map<String, @Nullable Object> fields) {
			super(fields, Actor::new);
		}

		/**
		 * Create an actor.
		 * @param sub the id of the impersonating user
		 */
		public static Actor create(String sub) {
			return new Actor(Map.of()).set("sub", sub);
		}

		/**
		 * Add a claim to the actor in session tokens.
		 * @param name the name of the claim
		 * @param value the value of the claim
		 */
		public Actor claim(String name, @Nullable Object value) {
			return setNullable(name, value);
		}

	}

}
