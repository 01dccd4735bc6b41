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
 * Operations on enterprise connections (SAML or OpenID Connect). See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Enterprise-Connections">Clerk's
 * reference</a>.
 */
public interface EnterpriseConnectionOperations {

	/** Fetch one page of the connections: {@code GET /enterprise_connections}. */
	@GetExchange("/enterprise_connections")
	Mono<Page<EnterpriseConnection>> list(EnterpriseConnectionQuery query);

	/** Fetch all connections, page by page on demand. */
	default Flux<EnterpriseConnection> stream(EnterpriseConnectionQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a connection: {@code POST /enterprise_connections}. */
	@PostExchange("/enterprise_connections")
	Mono<EnterpriseConnection> create(@RequestBody CreateEnterpriseConnectionRequest request);

	/**
	 * Fetch a connection: {@code GET /enterprise_connections/{enterpriseConnectionId}}.
	 */
	@GetExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<EnterpriseConnection> get(@PathVariable String enterpriseConnectionId);

	/**
	 * Update a connection: {@code PATCH
	 * /enterprise_connections/{enterpriseConnectionId}}. Activation can delete verified
	 * domains of organizations that equal a domain of the connection.
	 */
	@PatchExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<EnterpriseConnection> update(@PathVariable String enterpriseConnectionId,
			@RequestBody UpdateEnterpriseConnectionRequest request);

	/**
	 * Delete a connection: {@code DELETE
	 * /enterprise_connections/{enterpriseConnectionId}}.
	 */
	@DeleteExchange("/enterprise_connections/{enterpriseConnectionId}")
	Mono<DeletedObject> delete(@PathVariable String enterpriseConnectionId);

	/**
	 * Fetch one page of the test runs of a connection: {@code GET
	 * /enterprise_connections/{enterpriseConnectionId}/test_runs}.
	 */
	@GetExchange("/enterprise_connections/{enterpriseConnectionId}/test_runs")
	Mono<Page<EnterpriseConnectionTestRun>> listTestRuns(@PathVariable String enterpriseConnectionId,
			EnterpriseConnectionTestRunQuery query);

	/** Fetch all test runs of a connection, page by page on demand. */
	default Flux<EnterpriseConnectionTestRun> streamTestRuns(String enterpriseConnectionId,
			EnterpriseConnectionTestRunQuery query) {
		return Pages.stream(query, (page) -> listTestRuns(enterpriseConnectionId, page));
	}

	/**
	 * Create a test run of a connection: {@code POST
	 * /enterprise_connections/{enterpriseConnectionId}/test_runs}.
	 */
	@PostExchange("/enterprise_connections/{enterpriseConnectionId}/test_runs")
	Mono<EnterpriseConnectionTestRunUrl> createTestRun(@PathVariable String enterpriseConnectionId);

}
