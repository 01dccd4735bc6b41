package io.github.clerkspring.emulator.machines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Machines: their secret keys and whom they may talk to.
 */
final class Machines {

	private Machines() {
	}

	static void relate(Relations relations) {
		for (String end : List.of("from_machine_id", "to_machine_id")) {
			relations.removeWith(MachineShapes.MACHINE, MachineShapes.MACHINE_SCOPE, end);
		}
	}

	static String newSecretKey(Transaction tx) {
		return "ak_" + tx.ids().token(32);
	}

	/**
	 * The key that a machine should use now.
	 * @param machine the machine
	 * @return the newest key
	 */
	static String secretKey(Resource machine) {
		return secretKeys(machine).get(0);
	}

	/**
	 * Replaces the key of a machine.
	 * @param tx the transaction
	 * @param machine the machine
	 * @param grace the remaining validity of the current key, in seconds
	 * @return the new key
	 */
	static String rotate(Transaction tx, Resource machine, long grace) {
		String key = newSecretKey(tx);
		Map<String, Long> expiries = new HashMap<>(expiries(machine));
		expiries.put(secretKey(machine), tx.now() + grace * 1000);
		expiries.values().removeIf((expiry) -> expiry <= tx.now());
		List<String> keys = new ArrayList<>(List.of(key));
		keys.addAll(expiries.keySet());
		tx.update(machine, (draft) -> draft.set("secret_keys", keys).set("secret_key_expiries", expiries));
		return key;
	}

	/**
	 * Returns the caller of an operation that machines may call.
	 * @param tx the transaction
	 * @param call the call
	 * @return the machine, or null if it is the instance itself
	 * @throws ApiException 401 if the key is neither's
	 */
	static @Nullable Resource caller(Transaction tx, ApiCall call) {
		String credential = String.valueOf(call.credential());
		if (credential.equals(Settings.of(tx).secretKey())) {
			return null;
		}
		Resource machine = table(tx).first("secret_keys", credential);
		Long expiry = (machine != null) ? expiries(machine).get(credential) : null;
		if (machine == null || (expiry != null && expiry <= tx.now())) {
			String message = "The key is neither the secret key of the instance nor that of a machine.";
			throw new ApiException(401, "clerk_key_invalid", message, message);
		}
		return machine;
	}

	static Resource allow(Transaction tx, Resource from, Resource to) {
		return tx.create(MachineShapes.MACHINE_SCOPE,
				(draft) -> draft.set("from_machine_id", from.id()).set("to_machine_id", to.id()));
	}

	static @Nullable Resource scope(Transaction tx, String from, String to) {
		return Selection.of(scopes(tx)).in("from_machine_id", List.of(from)).in("to_machine_id", List.of(to)).first();
	}

	static int countScopes(Transaction tx, Resource machine) {
		return scopes(tx).count("from_machine_id", machine.id());
	}

	/**
	 * The machines that a machine may talk to.
	 * @param tx the transaction
	 * @param machineId the id of the machine
	 * @return their ids
	 */
	static List<String> scopes(Transaction tx, String machineId) {
		return scopes(tx).by("from_machine_id", machineId)
			.stream()
			.map((scope) -> scope.required("to_machine_id"))
			.toList();
	}

	static ObjectNode show(Transaction tx, Resource machine) {
		ObjectNode node = machine.toJson();
		List<ObjectNode> scoped = scopes(tx, machine.id()).stream()
			.map((id) -> tx.find(MachineShapes.MACHINE, id).toJson())
			.toList();
		return node.set("scoped_machines", Json.array(scoped));
	}

	static Table table(Transaction tx) {
		return tx.table(MachineShapes.MACHINE);
	}

	static Table scopes(Transaction tx) {
		return tx.table(MachineShapes.MACHINE_SCOPE);
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
