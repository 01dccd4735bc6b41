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

	/** Give an agent a task in the name of a user: {@code POST /agents/tasks}. */
	@PostExchange("/agents/tasks")
	Mono<AgentTask> create(@RequestBody CreateAgentTaskRequest request);

	/** Revoke one not begun: {@code POST /agents/tasks/{agentTaskId}/revoke}. */
	@PostExchange("/agents/tasks/{agentTaskId}/revoke")
	Mono<AgentTask> revoke(@PathVariable String agentTaskId);

}
