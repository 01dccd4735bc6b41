package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * A task for an agent, with all permissions of the user; Clerk knows no narrower ones.
 */
public final class CreateAgentTaskRequest extends RequestFields<CreateAgentTaskRequest> {

	private CreateAgentTaskRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateAgentTaskRequest::new);
	}

	/**
	 * Begin with what every task has.
	 * @param onBehalfOf the user
	 * @param agentName the name of the agent
	 * @param taskDescription what the agent is to do, for the audit log
	 * @param redirectUrl where the link of the task leads, a URL of the application
	 */
	public static CreateAgentTaskRequest create(OnBehalfOf onBehalfOf, String agentName, String taskDescription,
			String redirectUrl) {
		return new CreateAgentTaskRequest(Map.of()).set("on_behalf_of", onBehalfOf)
			.set("agent_name", agentName)
			.set("task_description", taskDescription)
			.set("redirect_url", redirectUrl)
			.set("permissions", "*");
	}

	/** How long the session lasts at most, half an hour unless set. */
	public CreateAgentTaskRequest sessionMaxDurationInSeconds(int sessionMaxDurationInSeconds) {
		return set("session_max_duration_in_seconds", sessionMaxDurationInSeconds);
	}

	/** The user in whose name the agent acts. */
	public static final class OnBehalfOf extends RequestFields<OnBehalfOf> {

		private OnBehalfOf(Map<String, @Nullable Object> fields) {
			super(fields, OnBehalfOf::new);
		}

		/**
		 * Name the user by the id.
		 * @param userId the id of the user
		 */
		public static OnBehalfOf userId(String userId) {
			return new OnBehalfOf(Map.of()).set("user_id", userId);
		}

		/**
		 * Name the user by an identifier.
		 * @param identifier a verified one, such as an email address
		 */
		public static OnBehalfOf identifier(String identifier) {
			return new OnBehalfOf(Map.of()).set("identifier", identifier);
		}

	}

}
