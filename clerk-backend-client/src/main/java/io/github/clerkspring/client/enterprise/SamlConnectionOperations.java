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
 * Operations on SAML connections at the former paths. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/SAML-Connections">Clerk's
 * reference</a>. Superseded by {@link EnterpriseConnectionOperations}.
 */
public interface SamlConnectionOperations {

	/**
	 * Fetch one page of the connections, newest first: {@code GET /saml_connections}.
	 * @deprecated use
	 * {@link EnterpriseConnectionOperations#list(EnterpriseConnectionQuery)}
	 */
	@Deprecated
	@GetExchange("/saml_connections")
	Mono<Page<SamlConnection>> list(SamlConnectionQuery query);

	/**
	 * Fetch all connections, page by page on demand.
	 * @deprecated use
	 * {@link EnterpriseConnectionOperations#stream(EnterpriseConnectionQuery)}
	 */
	@Deprecated
	default Flux<SamlConnection> stream(SamlConnectionQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a connection: {@code POST /saml_connections}.
	 * @deprecated use
	 * {@link EnterpriseConnectionOperations#create(CreateEnterpriseConnectionRequest)}
	 */
	@Deprecated
	@PostExchange("/saml_connections")
	Mono<SamlConnection> create(@RequestBody CreateSamlConnectionRequest request);

	/**
	 * Fetch a connection: {@code GET /saml_connections/{samlConnectionId}}.
	 * @deprecated use {@link EnterpriseConnectionOperations#get(String)}
	 */
	@Deprecated
	@GetExchange("/saml_connections/{samlConnectionId}")
	Mono<SamlConnection> get(@PathVariable String samlConnectionId);

	/**
	 * Update a connection: {@code PATCH /saml_connections/{samlConnectionId}}.
	 * @deprecated use
	 * {@link EnterpriseConnectionOperations#update(String, UpdateEnterpriseConnectionRequest)}
	 */
	@Deprecated
	@PatchExchange("/saml_connections/{samlConnectionId}")
	Mono<SamlConnection> update(@PathVariable String samlConnectionId,
			@RequestBody UpdateSamlConnectionRequest request);

	/**
	 * Delete a connection: {@code DELETE /saml_connections/{samlConnectionId}}.
	 * @deprecated use {@link EnterpriseConnectionOperations#delete(String)}
	 */
	@Deprecated
	@DeleteExchange("/saml_connections/{samlConnectionId}")
	Mono<DeletedObject> delete(@PathVariable String samlConnectionId);

}
