package io.github.clerkspring.emulator.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error response with Clerk's codes.
 */
public final class ApiException extends RuntimeException {

	private final int status;

	private final String code;

	private final String longMessage;

	private final transient Map<String, ?> meta;

	/**
	 * Creates an error.
	 * @param status the status
	 * @param code the code that programs read
	 * @param message the error in a few words
	 * @param longMessage the error in a sentence
	 * @param meta further members, such as {@code param_name}
	 */
	public ApiException(int status, String code, String message, String longMessage, Map<String, ?> meta) {
		super(message);
		this.status = status;
		this.code = code;
		this.longMessage = longMessage;
		this.meta = meta;
	}

	public ApiException(int status, String code, String message, String longMessage) {
		this(status, code, message, longMessage, Map.of());
	}

	/**
	 * An unknown resource: 404, {@code resource_not_found}.
	 * @param what the kind, such as {@code user}
	 * @param id the requested id
	 * @return the error
	 */
	public static ApiException notFound(String what, String id) {
		return new ApiException(404, "resource_not_found", "not found", "No " + what + " was found with id " + id);
	}

	/**
	 * A request that the current state does not allow: 400.
	 * @param code the code
	 * @param message the error
	 * @return the error
	 */
	public static ApiException badRequest(String code, String message) {
		return new ApiException(400, code, message, message);
	}

	/**
	 * A forbidden request: 403.
	 * @param code the code
	 * @param message the error
	 * @return the error
	 */
	public static ApiException forbidden(String code, String message) {
		return new ApiException(403, code, message, message);
	}

	/**
	 * An invalid parameter: 422 with its name.
	 * @param code the code, as {@code form_param_format_invalid}
	 * @param parameter the name of the parameter
	 * @param message the error in a few words
	 * @param longMessage the error in a sentence
	 * @return the error
	 */
	public static ApiException parameter(String code, String parameter, String message, String longMessage) {
		return new ApiException(422, code, message, longMessage, Map.of("param_name", parameter));
	}

	/**
	 * A parameter with a value that is not permitted.
	 * @param parameter the name of the parameter
	 * @param value the value
	 * @return the error
	 */
	public static ApiException value(String parameter, Object value) {
		return parameter("form_param_value_invalid", parameter, "is invalid",
				value + " does not match one of the allowed values for parameter " + parameter);
	}

	/**
	 * A parameter of an invalid form.
	 * @param parameter the name of the parameter
	 * @param longMessage the expected form
	 * @return the error
	 */
	public static ApiException format(String parameter, String longMessage) {
		return parameter("form_param_format_invalid", parameter, "is invalid", longMessage);
	}

	/**
	 * A required parameter that is missing.
	 * @param parameter the name of the parameter
	 * @return the error
	 */
	public static ApiException missing(String parameter) {
		return parameter("form_param_missing", parameter, "is missing", parameter + " must be included.");
	}

	/**
	 * A parameter that refers to an unknown resource.
	 * @param parameter the name of the parameter
	 * @return the error
	 */
	public static ApiException missingResource(String parameter) {
		return parameter("form_resource_not_found", parameter, "is missing",
				"The resource associated with the supplied " + parameter + " was not found.");
	}

	/**
	 * The same error under another status.
	 * @param status the status
	 * @return a copy
	 */
	public ApiException withStatus(int status) {
		return new ApiException(status, this.code, String.valueOf(getMessage()), this.longMessage, this.meta);
	}

	public int status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	public String longMessage() {
		return this.longMessage;
	}

	/**
	 * Returns the invalid parameter.
	 * @return its name, or null if it is none
	 */
	public @Nullable String parameter() {
		return (this.meta.get("param_name") instanceof String name) ? name : null;
	}

	/**
	 * Returns the body of the response.
	 * @param traceId the id of the request
	 * @return the tree
	 */
	public ObjectNode toJson(String traceId) {
		ObjectNode body = Json.object();
		ObjectNode error = body.putArray("errors").addObject();
		error.put("code", this.code).put("message", getMessage()).put("long_message", this.longMessage);
		if (!this.meta.isEmpty()) {
			error.set("meta", Json.of(this.meta));
		}
		return body.put("clerk_trace_id", traceId);
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
