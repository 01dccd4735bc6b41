package io.github.clerkspring.client.signin;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * Task of an agent in a session of a user.
 *
 * @param agentId the id of the agent, the same for all tasks with the same agent name
 * @param taskId deprecated, the same as {@code agentTaskId}
 * @param url the URL that starts the session, only in the response to its creation
 */
public record AgentTask(String agentId, String agentTaskId, @Deprecated String taskId, @Nullable Secret url) {

}
