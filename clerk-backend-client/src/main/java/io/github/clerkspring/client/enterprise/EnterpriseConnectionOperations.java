package io.github.clerkspring.client.enterprise;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Connections to identity providers by SAML or OpenID Connect, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Enterprise-Connections">Clerk's
 * reference</a>.
 */
public interface EnterpriseConnectionOperations {

	/** Fetch one page of the connections: {@code GET /enterprise_connections}. */
	@GetExchange("/enterprise_connections")
	Mono<Page<EnterpriseConnection>> list(EnterpriseConnectionQuery query);

	/** Read all connections, page by page as the subscriber asks for them. */
	default Flux<EnterpriseConnection> stream(EnterpriseConnectionQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Connect an identity provider: {@code POST /enterprise_connections}. */
	@PostExchange("/enterprise_connections")
	Mono<EnterpriseConnection> create(@RequestBody CreateEnterpriseConnectionRequest request);

	/** Fetch one: {@code GET /enterprise_connections/{enterpriseConnectionId}}. */
	@GetExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<EnterpriseConnection> get(@PathVariable String enterpriseConnectionId);

	/**
	 * Change a connection; when it becomes active, verified domains of organizations that
	 * equal one of its own may go: {@code PATCH
	 * /enterprise_connections/{enterpriseConnectionId}}.
	 */
	@PatchExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<EnterpriseConnection> update(@PathVariable String enterpriseConnectionId,
			@RequestBody UpdateEnterpriseConnectionRequest request);

	/** Delete one: {@code DELETE /enterprise_connections/{enterpriseConnectionId}}. */
	@DeleteExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<DeletedObject> delete(@PathVariable String enterpriseConnectionId);

	/**
	 * Fetch one page of the trial sign-ins of a connection: {@code GET
	 * /enterprise_connections/{enterpriseConnectionId}/test_runs}.
	 */
	@GetExchange("/enterprise_connections/{enterpriseConnectionId}/test_runs")
	Mono<Page<EnterpriseConnectionTestRun>> listTestRuns(@PathVariable String enterpriseConnectionId,
			EnterpriseConnectionTestRunQuery query);

	/** Read all trial sign-ins of a connection, page by page as they are asked for. */
	default Flux<EnterpriseConnectionTestRun> streamTestRuns(String enterpriseConnectionId,
			EnterpriseConnectionTestRunQuery query) {
		return Pages.stream(query, (page) -> listTestRuns(enterpriseConnectionId, page));
	}

	/**
	 * Begin a trial sign-in by a connection: {@code POST
	 * /enterprise_connections/{enterpriseConnectionId}/test_runs}.
	 */
	@PostExchange("/enterprise_connections/{enterpriseConnectionId}/test_runs")
	Mono<EnterpriseConnectionTestRunUrl> createTestRun(@PathVariable String enterpriseConnectionId);

}
