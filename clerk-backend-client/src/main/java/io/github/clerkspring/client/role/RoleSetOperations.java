package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on role sets. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Role-Sets">Clerk's
 * reference</a>.
 */
public interface RoleSetOperations {

	/** Fetch one page of the role sets: {@code GET /role_sets}. */
	@GetExchange("/role_sets")
	Mono<Page<RoleSet>> list(RoleSearchQuery query);

	/** Fetch all role sets, page by page on demand. */
	default Flux<RoleSet> stream(RoleSearchQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a role set: {@code POST /role_sets}. */
	@PostExchange("/role_sets")
	Mono<RoleSet> create(@RequestBody CreateRoleSetRequest request);

	/** Fetch a role set by key or id: {@code GET /role_sets/{roleSetKeyOrId}}. */
	@GetExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> get(@PathVariable String roleSetKeyOrId);

	/** Update a role set by key or id: {@code PATCH /role_sets/{roleSetKeyOrId}}. */
	@PatchExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> update(@PathVariable String roleSetKeyOrId, @RequestBody UpdateRoleSetRequest request);

	/**
	 * Delete a role set and assign its organizations to another: {@code POST
	 * /role_sets/{roleSetKeyOrId}/replace}. The mappings assign new role keys to former
	 * role keys; null retains the roles.
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/replace")
	Mono<DeletedObject> replace(@PathVariable String roleSetKeyOrId, @BodyField String destRoleSetKey,
			@BodyField @Nullable Map<String, String> reassignmentMappings);

	/** Delete a role set and assign its organizations to another with the same roles. */
	default Mono<DeletedObject> replace(String roleSetKeyOrId, String destRoleSetKey) {
		return replace(roleSetKeyOrId, destRoleSetKey, null);
	}

	/**
	 * Add up to ten roles to a role set: {@code POST /role_sets/{roleSetKeyOrId}/roles}.
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles")
	Mono<RoleSet> addRoles(@PathVariable String roleSetKeyOrId, @RequestBody AddRolesRequest request);

	/**
	 * Replace a role of a role set by another: {@code POST
	 * /role_sets/{roleSetKeyOrId}/roles/replace}.
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles/replace")
	Mono<RoleSet> replaceRole(@PathVariable String roleSetKeyOrId, @BodyField String roleKey,
			@BodyField String toRoleKey);

}
