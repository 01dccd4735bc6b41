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
 * Operations on directories that provision users. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Directories">Clerk's
 * reference</a>.
 */
public interface DirectoryOperations {

	/** Fetch one page of the directories: {@code GET /directories}. */
	@GetExchange("/directories")
	Mono<Page<Directory>> list(PlainPageQuery query);

	/** Fetch all directories, page by page on demand. */
	default Flux<Directory> stream(PlainPageQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a directory and return its API key: {@code POST /directories}. */
	@PostExchange("/directories")
	Mono<Directory> create(@RequestBody CreateDirectoryRequest request);

	/** Fetch a directory without its API key: {@code GET /directories/{directoryId}}. */
	@GetExchange("/directories/{directoryId}")
	Mono<Directory> get(@PathVariable String directoryId);

	/** Update a directory: {@code PATCH /directories/{directoryId}}. */
	@PatchExchange("/directories/{directoryId}")
	Mono<Directory> update(@PathVariable String directoryId, @RequestBody UpdateDirectoryRequest request);

	/**
	 * Delete a directory and end its provisioning: {@code DELETE
	 * /directories/{directoryId}}.
	 */
	@DeleteExchange("/directories/{directoryId}")
	Mono<DeletedObject> delete(@PathVariable String directoryId);

	/**
	 * Fetch the mappings of groups to roles in order of precedence: {@code GET
	 * /directories/{directoryId}/group_role_mappings}.
	 */
	@GetExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String directoryId);

	/**
	 * Replace all mappings of groups to roles, in order of precedence; an empty list
	 * removes all: {@code PUT /directories/{directoryId}/group_role_mappings}.
	 */
	@PutExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String directoryId,
			@BodyField List<DirectoryGroupRole> mappings);

	/**
	 * Map a group to a role: {@code POST /directories/{directoryId}/group_role_mappings}.
	 */
	@PostExchange("/directories/{directoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String directoryId,
			@RequestBody CreateGroupRoleMappingRequest request);

	/**
	 * Delete a mapping of a group to a role: {@code DELETE
	 * /directories/{directoryId}/group_role_mappings/{mappingId}}.
	 */
	@DeleteExchange("/directories/{directoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String directoryId, @PathVariable String mappingId);

	/**
	 * Replace the API key of a directory; the former key remains valid for a short time:
	 * {@code POST /directories/{directoryId}/rotate_api_key}.
	 */
	@PostExchange("/directories/{directoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String directoryId);

}
