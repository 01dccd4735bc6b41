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
 * Machines and who may call whom, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Machines">Clerk's
 * reference</a>.
 */
public interface MachineOperations {

	/**
	 * Fetch one page of the machines: {@code GET /machines}.
	 * @param query which machines
	 * @return the page
	 */
	@GetExchange("/machines")
	Mono<Page<Machine>> list(MachineQuery query);

	/**
	 * Read all machines, page by page as the subscriber asks for them.
	 * @param query which machines, and how many a page
	 * @return the machines
	 */
	default Flux<Machine> stream(MachineQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a machine: {@code POST /machines}.
	 * @param request the machine
	 * @return the machine with its secret key
	 */
	@PostExchange("/machines")
	Mono<Machine> create(@RequestBody CreateMachineRequest request);

	/**
	 * Fetch a machine: {@code GET /machines/{machine_id}}.
	 * @param machineId the id of the machine
	 * @return the machine
	 */
	@GetExchange("/machines/{machineId}")
	Mono<Machine> get(@PathVariable String machineId);

	/**
	 * Change a machine: {@code PATCH /machines/{machine_id}}.
	 * @param machineId the id of the machine
	 * @param request the changes
	 * @return the changed machine
	 */
	@PatchExchange("/machines/{machineId}")
	Mono<Machine> update(@PathVariable String machineId, @RequestBody UpdateMachineRequest request);

	/**
	 * Delete a machine: {@code DELETE /machines/{machine_id}}.
	 * @param machineId the id of the machine
	 * @return what was deleted
	 */
	@DeleteExchange("/machines/{machineId}")
	Mono<DeletedObject> delete(@PathVariable String machineId);

	/**
	 * Let a machine call another: {@code POST /machines/{machine_id}/scopes}.
	 * @param machineId the machine that calls, with 150 others at most
	 * @param toMachineId the machine that is called
	 * @return the permission
	 */
	@PostExchange("/machines/{machineId}/scopes")
	Mono<MachineScope> createScope(@PathVariable String machineId, @BodyField String toMachineId);

	/**
	 * Let a machine no longer call another: {@code DELETE
	 * /machines/{machine_id}/scopes/{other_machine_id}}.
	 * @param machineId the machine that calls
	 * @param otherMachineId the machine that was called
	 * @return what was deleted
	 */
	@DeleteExchange("/machines/{machineId}/scopes/{otherMachineId}")
	Mono<DeletedMachineScope> deleteScope(@PathVariable String machineId, @PathVariable String otherMachineId);

	/**
	 * Fetch the secret key of a machine: {@code GET /machines/{machine_id}/secret_key}.
	 * @param machineId the id of the machine
	 * @return the key
	 */
	@GetExchange("/machines/{machineId}/secret_key")
	Mono<MachineSecretKey> getSecretKey(@PathVariable String machineId);

	/**
	 * Give a machine another secret key: {@code POST
	 * /machines/{machine_id}/secret_key/rotate}.
	 * @param machineId the id of the machine
	 * @param previousTokenTtl how many seconds the old key still works, from 0 to 28800
	 * @return the new key
	 */
	@PostExchange("/machines/{machineId}/secret_key/rotate")
	Mono<MachineSecretKey> rotateSecretKey(@PathVariable String machineId,
			@BodyField(max = 28_800) int previousTokenTtl);

}
