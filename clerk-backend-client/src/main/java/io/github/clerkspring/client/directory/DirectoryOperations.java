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
 * Directories that users are provisioned from, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Directories">Clerk's
 * reference</a>.
 */
public interface DirectoryOperations {

	/** Fetch one page of the directories: {@code GET /directories}. */
	@GetExchange("/directories")
	Mono<Page<Directory>> list(PlainPageQuery query);

	/** Read all directories, page by page as the subscriber asks for them. */
	default Flux<Directory> stream(PlainPageQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a directory, with its API key: {@code POST /directories}. */
	@PostExchange("/directories")
	Mono<Directory> create(@RequestBody CreateDirectoryRequest request);

	/** Fetch one, without its API key: {@code GET /directories/{directoryId}}. */
	@GetExchange("/directories/{directoryId}")
	Mono<Directory> get(@PathVariable String directoryId);

	/** Change a directory: {@code PATCH /directories/{directoryId}}. */
	@PatchExchange("/directories/{directoryId}")
	Mono<Directory> update(@PathVariable String directoryId, @RequestBody UpdateDirectoryRequest request);

	/** Delete one and its provisioning: {@code DELETE /directories/{directoryId}}. */
	@DeleteExchange("/directories/{directoryId}")
	Mono<DeletedObject> delete(@PathVariable String directoryId);

	/**
	 * Fetch which groups have which roles, the first to count first: {@code GET
	 * /directories/{directoryId}/group_role_mappings}.
	 */
	@GetExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> listGroupRoleMappings(@PathVariable String directoryId);

	/**
	 * Replace all mappings of groups to roles, the first to count first; no mapping
	 * removes all: {@code PUT /directories/{directoryId}/group_role_mappings}.
	 */
	@PutExchange("/directories/{directoryId}/group_role_mappings")
	Mono<Page<DirectoryGroupRoleMapping>> replaceGroupRoleMappings(@PathVariable String directoryId,
			@BodyField List<DirectoryGroupRole> mappings);

	/**
	 * Give the members of a group a role: {@code POST
	 * /directories/{directoryId}/group_role_mappings}.
	 */
	@PostExchange("/directories/{directoryId}/group_role_mappings")
	Mono<DirectoryGroupRoleMapping> createGroupRoleMapping(@PathVariable String directoryId,
			@RequestBody CreateGroupRoleMappingRequest request);

	/**
	 * Take the role from the members of a group: {@code DELETE
	 * /directories/{directoryId}/group_role_mappings/{mappingId}}.
	 */
	@DeleteExchange("/directories/{directoryId}/group_role_mappings/{mappingId}")
	Mono<DeletedObject> deleteGroupRoleMapping(@PathVariable String directoryId, @PathVariable String mappingId);

	/**
	 * Give a directory a new API key; the old one holds for a short while: {@code POST
	 * /directories/{directoryId}/rotate_api_key}.
	 */
	@PostExchange("/directories/{directoryId}/rotate_api_key")
	Mono<Directory> rotateApiKey(@PathVariable String directoryId);

}
