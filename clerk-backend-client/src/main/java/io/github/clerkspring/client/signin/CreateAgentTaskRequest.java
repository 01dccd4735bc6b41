package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to create a task for an agent with all permissions of the user. Clerk does not
 * support narrower permissions.
 */
public final class CreateAgentTaskRequest extends RequestFields<CreateAgentTaskRequest> {

	private CreateAgentTaskRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateAgentTaskRequest::new);
	}

	/**
	 * Create a request with the required fields.
	 * @param onBehalfOf the user
	 * @param agentName the name of the agent
	 * @param taskDescription the description of the task for the audit log
	 * @param redirectUrl the URL of the application to which the task's URL redirects
	 */
	public static CreateAgentTaskRequest create(OnBehalfOf onBehalfOf, String agentName, String taskDescription,
			String redirectUrl) {
		return new CreateAgentTaskRequest(Map.of()).set("on_behalf_of", onBehalfOf)
			.set("agent_name", agentName)
			.set("task_description", taskDescription)
			.set("redirect_url", redirectUrl)
			.set("permissions", "*");
	}

	/** Set the maximum duration of the session in seconds. Defaults to half an hour. */
	public CreateAgentTaskRequest sessionMaxDurationInSeconds(int sessionMaxDurationInSeconds) {
		return set("session_max_duration_in_seconds", sessionMaxDurationInSeconds);
	}

	/** User on whose behalf the agent acts. */
	public static final class OnBehalfOf extends RequestFields<OnBehalfOf> {

		private OnBehalfOf(Map<String, @Nullable Object> fields) {
			super(fields, OnBehalfOf::new);
		}

		/**
		 * Refer to the user by id.
		 * @param userId the id of the user
		 */
		public static OnBehalfOf userId(String userId) {
			return new OnBehalfOf(Map.of()).set("user_id", userId);
		}

		/**
		 * Refer to the user by an identifier.
		 * @param identifier a verified identifier, such as an email address
		 */
		public static OnBehalfOf identifier(String identifier) {
			return new OnBehalfOf(Map.of()).set("identifier", identifier);
		}

	}

}
