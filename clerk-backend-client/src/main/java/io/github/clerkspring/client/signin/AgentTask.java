package io.github.clerkspring.client.signin;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * A task that an agent does in a session of a user.
 *
 * @param agentId the agent, the same for each task under its name
 * @param taskId deprecated, the same as {@code agentTaskId}
 * @param url the link that begins the session, in the answer of the creation only
 */
public record AgentTask(String agentId, String agentTaskId, @Deprecated String taskId, @Nullable Secret url) {

}
