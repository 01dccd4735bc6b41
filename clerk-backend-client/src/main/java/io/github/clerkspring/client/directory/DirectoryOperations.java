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
 * Directories that users are provisioned from, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Directories">Clerk's
 * reference</a>.
 */
public interface DirectoryOperations {

	/**
	 * Fetch one page of the directories: {@code GET /directories}.
	 * @param query which page
	 * @return the page
	 */
	@GetExchange("/directories")
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
	 * Create a directory: {@code POST /directories}.
	 * @param request the directory
	 * @return the new directory with its API key
	 */
	@PostExchange("/directories")
	Mono<Directory> create(@RequestBody CreateDirectoryRequest request);

	/**
	 * Fetch a directory: {@code GET /directories/{directoryId}}.
	 * @param directoryId the directory
	 * @return the directory, without its API key
	 */
	@GetExchange("/directories/{directoryId}")
	Mono<Directory> get(@PathVariable String directoryId);

	/**
	 * Change a directory: {@code PATCH /directories/{directoryId}}.
	 * @param directoryId the directory
	 * @param request the changes
	 * @return the directory after the change
	 */
	@PatchExchange("/directories/{directoryId}")
	Mono<Directory> update(@PathVariable String directoryId, @RequestBody UpdateDirectoryRequest request);

	/**
	 * Delete a directory, which ends the provisioning by it: {@code DELETE
	 * /directories/{directoryId}}.
	 * @param directoryId the directory
	 * @return what was deleted
	 */
	@DeleteExchange("/directories/{directoryId}")
	Mono<DeletedObject> delete(@PathVariable String directoryId);

	/**
	 * Fetch which groups of a directory have which roles, the first to count first:
	 * {@code GET /directories/{directoryId}/group_role_mappings}.
	 * @param directoryId the directory
	 * @return all mappings in one page
	 */
	@GetExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String directoryId);

	/**
	 * Replace all mappings of groups to roles; their order tells which counts first:
	 * {@code PUT /directories/{directoryId}/group_role_mappings}.
	 * @param directoryId the directory
	 * @param mappings the new mappings; an empty list removes all
	 * @return all mappings in one page
	 */
	@PutExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String directoryId,
			@BodyField List<DirectoryGroupRole> mappings);

	/**
	 * Give the members of a group a role: {@code POST
	 * /directories/{directoryId}/group_role_mappings}.
	 * @param directoryId the directory
	 * @param request the mapping
	 * @return the new mapping
	 */
	@PostExchange("/directories/{directoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String directoryId,
			@RequestBody CreateGroupRoleMappingRequest request);

	/**
	 * Take the role from the members of a group: {@code DELETE
	 * /directories/{directoryId}/group_role_mappings/{mappingId}}.
	 * @param directoryId the directory
	 * @param mappingId the mapping
	 * @return what was deleted
	 */
	@DeleteExchange("/directories/{directoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String directoryId, @PathVariable String mappingId);

	/**
	 * Give a directory a new API key; the old one holds for a short while: {@code POST
	 * /directories/{directoryId}/rotate_api_key}.
	 * @param directoryId the directory
	 * @return the directory with its new API key
	 */
	@PostExchange("/directories/{directoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String directoryId);

}
