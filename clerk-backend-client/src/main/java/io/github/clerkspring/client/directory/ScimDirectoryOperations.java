package io.github.clerkspring.client.directory;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;
import io.github.clerkspring.client.core.PlainPageQuery;

/**
 * Operations on SCIM directories that provision users. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/SCIM-Directories">Clerk's
 * reference</a>.
 */
public interface ScimDirectoryOperations {

	/** Fetch one page of the directories: {@code GET /scim_directories}. */
	@GetExchange("/scim_directories")
	Mono<Page<Directory>> list(PlainPageQuery query);

	/** Fetch all directories, page by page on demand. */
	default Flux<Directory> stream(PlainPageQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a directory and return its API key: {@code POST /scim_directories}. */
	@PostExchange("/scim_directories")
	Mono<Directory> create(@RequestBody CreateScimDirectoryRequest request);

	/**
	 * Fetch a directory without its API key: {@code GET
	 * /scim_directories/{scimDirectoryId}}.
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> get(@PathVariable String scimDirectoryId);

	/** Update a directory: {@code PATCH /scim_directories/{scimDirectoryId}}. */
	@PatchExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> update(@PathVariable String scimDirectoryId, @RequestBody UpdateDirectoryRequest request);

	/**
	 * Delete a directory and end its provisioning: {@code DELETE
	 * /scim_directories/{scimDirectoryId}}.
	 */
	@DeleteExchange("/scim_directories/{scimDirectoryId}")
	Mono<DeletedObject> delete(@PathVariable String scimDirectoryId);

	/**
	 * Fetch the mappings of groups to roles in order of precedence: {@code GET
	 * /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String scimDirectoryId);

	/**
	 * Replace all mappings of groups to roles, in order of precedence; an empty list
	 * removes all: {@code PUT /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@PutExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String scimDirectoryId,
			@BodyField List<ScimGroupRole> mappings);

	/**
	 * Map a group to a role: {@code POST
	 * /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String scimDirectoryId,
			@RequestBody CreateScimGroupRoleMappingRequest request);

	/**
	 * Delete a mapping of a group to a role: {@code DELETE
	 * /scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}}.
	 */
	@DeleteExchange("/scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String scimDirectoryId, @PathVariable String mappingId);

	/**
	 * Replace the API key of a directory; the former key remains valid for a short time:
	 * {@code POST /scim_directories/{scimDirectoryId}/rotate_api_key}.
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String scimDirectoryId);

}
