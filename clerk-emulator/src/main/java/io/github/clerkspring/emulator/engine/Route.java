package io.github.clerkspring.emulator.engine;

import java.util.Arrays;
import java.util.List;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Operation: method, path template, required credential and handler.
 *
 * @param method the HTTP method
 * @param template the path below {@code /v1}, with names in braces
 * @param status the status of a successful response
 * @param mediaType the media type of a successful response
 * @param access the required credential
 * @param handler the handler
 */
public record Route(String method, String template, int status, String mediaType, Access access, Handler handler) {

	/**
	 * The operation as {@code GET /users/{user_id}}.
	 * @return verb and template
	 */
	public String operation() {
		return this.method + " " + this.template;
	}

	/**
	 * Answers with another status than 200.
	 * @param status the status
	 * @return the changed route
	 */
	public Route status(int status) {
		return new Route(this.method, this.template, status, this.mediaType, this.access, this.handler);
	}

	/**
	 * Answers with another type than JSON.
	 * @param mediaType the type
	 * @return the changed route
	 */
	public Route produces(String mediaType) {
		return new Route(this.method, this.template, this.status, mediaType, this.access, this.handler);
	}

	/**
	 * Requires a credential other than the secret key.
	 * @param access the credential
	 * @return the changed route
	 */
	public Route access(Access access) {
		return new Route(this.method, this.template, this.status, this.mediaType, access, this.handler);
	}

	/**
	 * Refuses invalid fields with 400, as some operations do, where the rest of the
	 * Backend API refuses them with 422.
	 * @return the changed route
	 */
	public Route badRequests() {
		return refusing(422, 400);
	}

	/**
	 * Refuses with another status.
	 * @param from the status of refusals of the handler
	 * @param to the status that the operation declares for them
	 * @return the changed route
	 */
	public Route refusing(int from, int to) {
		Handler refusing = (tx, call) -> {
			try {
				return this.handler.handle(tx, call);
			}
			catch (ApiException ex) {
				throw (ex.status() == from) ? ex.withStatus(to) : ex;
			}
		};
		return new Route(this.method, this.template, this.status, this.mediaType, this.access, refusing);
	}

	List<String> segments() {
		return Arrays.asList(this.template.substring(1).split("/"));
	}

}
