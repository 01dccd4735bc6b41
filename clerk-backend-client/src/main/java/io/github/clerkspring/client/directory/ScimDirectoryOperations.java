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
 * Directories that users are provisioned from by SCIM, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/SCIM-Directories">Clerk's
 * reference</a>.
 */
public interface ScimDirectoryOperations {

	/** Fetch one page of the directories: {@code GET /scim_directories}. */
	@GetExchange("/scim_directories")
	Mono<Page<Directory>> list(PlainPageQuery query);

	/** Read all directories, page by page as the subscriber asks for them. */
	default Flux<Directory> stream(PlainPageQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a directory, with its API key: {@code POST /scim_directories}. */
	@PostExchange("/scim_directories")
	Mono<Directory> create(@RequestBody CreateScimDirectoryRequest request);

	/**
	 * Fetch one, without its API key: {@code GET /scim_directories/{scimDirectoryId}}.
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> get(@PathVariable String scimDirectoryId);

	/** Change a directory: {@code PATCH /scim_directories/{scimDirectoryId}}. */
	@PatchExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> update(@PathVariable String scimDirectoryId, @RequestBody UpdateDirectoryRequest request);

	/** End the provisioning: {@code DELETE /scim_directories/{scimDirectoryId}}. */
	@DeleteExchange("/scim_directories/{scimDirectoryId}")
	Mono<DeletedObject> delete(@PathVariable String scimDirectoryId);

	/**
	 * Fetch which groups have which roles, the first to count first: {@code GET
	 * /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String scimDirectoryId);

	/**
	 * Replace all mappings of groups to roles, the first to count first; no mapping
	 * removes all: {@code PUT /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@PutExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String scimDirectoryId,
			@BodyField List<ScimGroupRole> mappings);

	/**
	 * Give the members of a group a role: {@code POST
	 * /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String scimDirectoryId,
			@RequestBody CreateScimGroupRoleMappingRequest request);

	/**
	 * Take the role from the members of a group: {@code DELETE
	 * /scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}}.
	 */
	@DeleteExchange("/scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String scimDirectoryId, @PathVariable String mappingId);

	/**
	 * Give a directory a new API key; the old one holds for a short while: {@code POST
	 * /scim_directories/{scimDirectoryId}/rotate_api_key}.
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String scimDirectoryId);

}
