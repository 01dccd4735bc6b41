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

/**
 * Directories that users are provisioned from by SCIM, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/SCIM-Directories">Clerk's
 * reference</a>.
 */
public interface ScimDirectoryOperations {

	/**
	 * Fetch one page of the directories: {@code GET /scim_directories}.
	 * @param query which page
	 * @return the page
	 */
	@GetExchange("/scim_directories")
	Mono<Page<Directory>> list(DirectoryQuery query);

	/**
	 * Read all directories, page by page as the subscriber asks for them.
	 * @param query where to begin, and how many a page
	 * @return the directories
	 */
	default Flux<Directory> stream(DirectoryQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a directory: {@code POST /scim_directories}.
	 * @param request the directory
	 * @return the new directory with its API key
	 */
	@PostExchange("/scim_directories")
	Mono<Directory> create(@RequestBody CreateScimDirectoryRequest request);

	/**
	 * Fetch a directory: {@code GET /scim_directories/{scimDirectoryId}}.
	 * @param scimDirectoryId the directory
	 * @return the directory, without its API key
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> get(@PathVariable String scimDirectoryId);

	/**
	 * Change a directory: {@code PATCH /scim_directories/{scimDirectoryId}}.
	 * @param scimDirectoryId the directory
	 * @param request the changes
	 * @return the directory after the change
	 */
	@PatchExchange("/scim_directories/{scimDirectoryId}")
	Mono<Directory> update(@PathVariable String scimDirectoryId, @RequestBody UpdateDirectoryRequest request);

	/**
	 * Delete a directory, which ends the provisioning by it: {@code DELETE
	 * /scim_directories/{scimDirectoryId}}.
	 * @param scimDirectoryId the directory
	 * @return what was deleted
	 */
	@DeleteExchange("/scim_directories/{scimDirectoryId}")
	Mono<DeletedObject> delete(@PathVariable String scimDirectoryId);

	/**
	 * Fetch which groups of a directory have which roles, the first to count first:
	 * {@code GET /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 * @param scimDirectoryId the directory
	 * @return all mappings in one page
	 */
	@GetExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String scimDirectoryId);

	/**
	 * Replace all mappings of groups to roles; their order tells which counts first:
	 * {@code PUT /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 * @param scimDirectoryId the directory
	 * @param mappings the new mappings; an empty list removes all
	 * @return all mappings in one page
	 */
	@PutExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String scimDirectoryId,
			@BodyField List<ScimGroupRole> mappings);

	/**
	 * Give the members of a group a role: {@code POST
	 * /scim_directories/{scimDirectoryId}/group_role_mappings}.
	 * @param scimDirectoryId the directory
	 * @param request the mapping
	 * @return the new mapping
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String scimDirectoryId,
			@RequestBody CreateScimGroupRoleMappingRequest request);

	/**
	 * Take the role from the members of a group: {@code DELETE
	 * /scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}}.
	 * @param scimDirectoryId the directory
	 * @param mappingId the mapping
	 * @return what was deleted
	 */
	@DeleteExchange("/scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String scimDirectoryId, @PathVariable String mappingId);

	/**
	 * Give a directory a new API key; the old one holds for a short while: {@code POST
	 * /scim_directories/{scimDirectoryId}/rotate_api_key}.
	 * @param scimDirectoryId the directory
	 * @return the directory with its new API key
	 */
	@PostExchange("/scim_directories/{scimDirectoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String scimDirectoryId);

}
