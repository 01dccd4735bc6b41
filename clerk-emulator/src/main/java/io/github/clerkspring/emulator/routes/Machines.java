package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Machines: their secret keys and whom they may talk to.
 */
final class Machines {

	private final Emulation emulation;

	Machines(Emulation emulation) {
		this.emulation = emulation;
		table().onRemove((machine) -> {
			removeScopes("from_machine_id", machine);
			removeScopes("to_machine_id", machine);
		});
	}

	String newSecretKey() {
		return "ak_" + this.emulation.ids().token(32);
	}

	/**
	 * The key that a machine should use now.
	 * @param machine the machine
	 * @return the newest key
	 */
	String secretKey(Resource machine) {
		return secretKeys(machine).get(0);
	}

	/**
	 * Gives a machine a new key.
	 * @param machine the machine
	 * @param grace how long the present key stays valid, in seconds
	 * @return the new key
	 */
	String rotate(Resource machine, long grace) {
		String key = newSecretKey();
		Map<String, Long> expiries = new HashMap<>(expiries(machine));
		expiries.put(secretKey(machine), this.emulation.now() + grace * 1000);
		expiries.values().removeIf((expiry) -> expiry <= this.emulation.now());
		List<String> keys = new ArrayList<>(List.of(key));
		keys.addAll(expiries.keySet());
		table().update(machine, (draft) -> draft.set("secret_keys", keys).set("secret_key_expiries", expiries));
		return key;
	}

	/**
	 * Tells who calls an operation that is open to machines.
	 * @param call the call
	 * @return the machine, or null if it is the instance itself
	 * @throws ApiException 401 if the key is neither's
	 */
	@Nullable Resource caller(ApiCall call) {
		String credential = String.valueOf(call.credential());
		if (credential.equals(this.emulation.settings().secretKey())) {
			return null;
		}
		Resource machine = table().first("secret_keys", credential);
		Long expiry = (machine != null) ? expiries(machine).get(credential) : null;
		if (machine == null || (expiry != null && expiry <= this.emulation.now())) {
			String message = "The key is neither the secret key of the instance nor that of a machine.";
			throw new ApiException(401, "clerk_key_invalid", message, message);
		}
		return machine;
	}

	Resource allow(Resource from, Resource to) {
		return scopes().add(this.emulation.ids().next(MachineShapes.MACHINE_SCOPE.prefix()),
				(draft) -> draft.set("from_machine_id", from.id()).set("to_machine_id", to.id()));
	}

	@Nullable Resource scope(String from, String to) {
		return scopes().by("from_machine_id", from)
			.stream()
			.filter((scope) -> to.equals(scope.text("to_machine_id")))
			.findFirst()
			.orElse(null);
	}

	int countScopes(Resource machine) {
		return scopes().count("from_machine_id", machine.id());
	}

	/**
	 * The machines that a machine may talk to.
	 * @param machineId the id of the machine
	 * @return their ids
	 */
	List<String> scopes(String machineId) {
		return scopes().by("from_machine_id", machineId)
			.stream()
			.map((scope) -> scope.required("to_machine_id"))
			.toList();
	}

	ObjectNode show(Resource machine) {
		ObjectNode node = machine.toJson();
		List<ObjectNode> scoped = scopes(machine.id()).stream()
			.map((id) -> this.emulation.find(MachineShapes.MACHINE, id).toJson())
			.toList();
		return node.set("scoped_machines", Json.array(scoped));
	}

	Table table() {
		return this.emulation.table(MachineShapes.MACHINE);
	}

	Table scopes() {
		return this.emulation.table(MachineShapes.MACHINE_SCOPE);
	}

	private void removeScopes(String side, Resource machine) {
		scopes().by(side, machine.id()).forEach((scope) -> scopes().remove(scope));
	}

	private static List<String> secretKeys(Resource machine) {
		return (machine.get("secret_keys") instanceof List<?> keys) ? keys.stream().map(String::valueOf).toList()
				: List.of();
	}

	private static Map<String, Long> expiries(Resource machine) {
		Map<String, Long> expiries = new HashMap<>();
		if (machine.get("secret_key_expiries") instanceof Map<?, ?> known) {
			known.forEach((key, expiry) -> expiries.put(String.valueOf(key), (Long) expiry));
		}
		return expiries;
	}

}
