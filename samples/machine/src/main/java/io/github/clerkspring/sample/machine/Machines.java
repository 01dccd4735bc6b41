package io.github.clerkspring.sample.machine;

import java.time.Duration;

import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.machine.CreateMachineRequest;
import io.github.clerkspring.client.machine.Machine;
import io.github.clerkspring.client.machine.MachineQuery;

/**
 * Secret keys of the machines of both services, which are found by their names or else
 * created. The machine of the shop may call the machine of the orders service.
 *
 * @param orders the secret key of the orders service
 * @param shop the secret key of the shop
 */
record Machines(Secret orders, Secret shop) {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	static Machines of(ClerkBackendClient clerk) {
		return machine(clerk, "Sample orders")
			.flatMap((orders) -> machine(clerk, "Sample shop").delayUntil((shop) -> permit(clerk, shop, orders))
				.flatMap((shop) -> Mono.zip(key(clerk, orders), key(clerk, shop), Machines::new)))
			.blockOptional(TIMEOUT)
			.orElseThrow();
	}

	private static Mono<Machine> machine(ClerkBackendClient clerk, String name) {
		return clerk.machines()
			.stream(MachineQuery.create().query(name))
			.filter((machine) -> machine.name().equals(name))
			.next()
			.switchIfEmpty(Mono.defer(() -> clerk.machines().create(CreateMachineRequest.create(name))));
	}

	private static Mono<?> permit(ClerkBackendClient clerk, Machine shop, Machine orders) {
		boolean permitted = shop.scopedMachines().stream().anyMatch((machine) -> machine.id().equals(orders.id()));
		return (permitted) ? Mono.empty() : clerk.machines().createScope(shop.id(), orders.id());
	}

	private static Mono<Secret> key(ClerkBackendClient clerk, Machine machine) {
		return clerk.machines().getSecretKey(machine.id()).map((key) -> key.secret());
	}

}
