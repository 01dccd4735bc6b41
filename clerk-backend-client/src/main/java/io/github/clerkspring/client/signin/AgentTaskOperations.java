package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on agent tasks. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Agent-Tasks">Clerk's
 * reference</a>.
 */
public interface AgentTaskOperations {

	/** Create a task for an agent on behalf of a user: {@code POST /agents/tasks}. */
	@PostExchange("/agents/tasks")
	Mono<AgentTask> create(@RequestBody CreateAgentTaskRequest request);

	/**
	 * Revoke a task that has not started: {@code POST
	 * /agents/tasks/{agentTaskId}/revoke}.
	 */
	@PostExchange("/agents/tasks/{agentTaskId}/revoke")
	Mono<AgentTask> revoke(@PathVariable String agentTaskId);

}
