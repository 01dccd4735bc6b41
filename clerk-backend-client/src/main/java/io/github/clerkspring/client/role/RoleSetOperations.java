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
 * Sets of roles, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Role-Sets">Clerk's
 * reference</a>.
 */
public interface RoleSetOperations {

	/** Fetch one page of the role sets: {@code GET /role_sets}. */
	@GetExchange("/role_sets")
	Mono<Page<RoleSet>> list(RoleSearchQuery query);

	/** Read all role sets, page by page as the subscriber asks for them. */
	default Flux<RoleSet> stream(RoleSearchQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a role set: {@code POST /role_sets}. */
	@PostExchange("/role_sets")
	Mono<RoleSet> create(@RequestBody CreateRoleSetRequest request);

	/** Read one by its key or its id: {@code GET /role_sets/{roleSetKeyOrId}}. */
	@GetExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> get(@PathVariable String roleSetKeyOrId);

	/** Change it by its key or its id: {@code PATCH /role_sets/{roleSetKeyOrId}}. */
	@PatchExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> update(@PathVariable String roleSetKeyOrId, @RequestBody UpdateRoleSetRequest request);

	/**
	 * Delete a role set and move its organizations to another: {@code POST
	 * /role_sets/{roleSetKeyOrId}/replace}. Former roles map to new ones by their keys;
	 * null keeps them.
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/replace")
	Mono<DeletedObject> replace(@PathVariable String roleSetKeyOrId, @BodyField String destRoleSetKey,
			@BodyField @Nullable Map<String, String> reassignmentMappings);

	/** Delete a role set and move its organizations to another with the same roles. */
	default Mono<DeletedObject> replace(String roleSetKeyOrId, String destRoleSetKey) {
		return replace(roleSetKeyOrId, destRoleSetKey, null);
	}

	/** Add up to ten roles: {@code POST /role_sets/{roleSetKeyOrId}/roles}. */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles")
	Mono<RoleSet> addRoles(@PathVariable String roleSetKeyOrId, @RequestBody AddRolesRequest request);

	/**
	 * Take one away, give another: {@code POST
	 * /role_sets/{roleSetKeyOrId}/roles/replace}.
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles/replace")
	Mono<RoleSet> replaceRole(@PathVariable String roleSetKeyOrId, @BodyField String roleKey,
			@BodyField String toRoleKey);

}
