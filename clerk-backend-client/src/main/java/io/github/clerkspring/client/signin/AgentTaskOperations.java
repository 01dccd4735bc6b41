package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Tasks of agents, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Agent-Tasks">Clerk's
 * reference</a>.
 */
public interface AgentTaskOperations {

	/**
	 * Give an agent a task in the name of a user: {@code POST /agents/tasks}.
	 * @param request who, for whom, and what
	 * @return the task, with the link that begins the session
	 */
	@PostExchange("/agents/tasks")
	Mono<AgentTask> create(@RequestBody CreateAgentTaskRequest request);

	/**
	 * Revoke a task that was not begun yet: {@code POST
	 * /agents/tasks/{agent_task_id}/revoke}.
	 * @param agentTaskId the id of the task
	 * @return the revoked task
	 */
	@PostExchange("/agents/tasks/{agentTaskId}/revoke")
	Mono<AgentTask> revoke(@PathVariable String agentTaskId);

}
