package io.github.clerkspring.client.machine;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
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
 * Operations on machines and their scopes. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Machines">Clerk's
 * reference</a>.
 */
public interface MachineOperations {

	/** Fetch one page of the machines: {@code GET /machines}. */
	@GetExchange("/machines")
	Mono<Page<Machine>> list(MachineQuery query);

	/** Fetch all machines, page by page on demand. */
	default Flux<Machine> stream(MachineQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a machine and return its secret key: {@code POST /machines}. */
	@PostExchange("/machines")
	Mono<Machine> create(@RequestBody CreateMachineRequest request);

	/** Fetch a machine: {@code GET /machines/{machineId}}. */
	@GetExchange("/machines/{machineId}")
	Mono<Machine> get(@PathVariable String machineId);

	/** Update a machine: {@code PATCH /machines/{machineId}}. */
	@PatchExchange("/machines/{machineId}")
	Mono<Machine> update(@PathVariable String machineId, @RequestBody UpdateMachineRequest request);

	/** Delete a machine: {@code DELETE /machines/{machineId}}. */
	@DeleteExchange("/machines/{machineId}")
	Mono<DeletedObject> delete(@PathVariable String machineId);

	/**
	 * Permit a machine to call another one, at most 150: {@code POST
	 * /machines/{machineId}/scopes}.
	 */
	@PostExchange("/machines/{machineId}/scopes")
	Mono<MachineScope> createScope(@PathVariable String machineId, @BodyField String toMachineId);

	/** Delete a scope: {@code DELETE /machines/{machineId}/scopes/{otherMachineId}}. */
	@DeleteExchange("/machines/{machineId}/scopes/{otherMachineId}")
	Mono<DeletedMachineScope> deleteScope(@PathVariable String machineId, @PathVariable String otherMachineId);

	/**
	 * Fetch the secret key of a machine: {@code GET /machines/{machineId}/secret_key}.
	 */
	@GetExchange("/machines/{machineId}/secret_key")
	Mono<MachineSecretKey> getSecretKey(@PathVariable String machineId);

	/**
	 * Replace the secret key of a machine: {@code POST
	 * /machines/{machineId}/secret_key/rotate}. The former key remains valid for 0 to
	 * 28800 seconds.
	 */
	@PostExchange("/machines/{machineId}/secret_key/rotate")
	Mono<MachineSecretKey> rotateSecretKey(@PathVariable String machineId,
			@BodyField(max = 28_800) int previousTokenTtl);

}
