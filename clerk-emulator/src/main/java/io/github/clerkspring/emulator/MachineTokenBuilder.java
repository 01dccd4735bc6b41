package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.machines.MachineTokens;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Makes an M2M token, opaque unless {@link #jwt()} is called: a right one unless told
 * otherwise. Its scopes are the ids of the machines it is for, which are those that the
 * machine may talk to if nothing is said.
 *
 * <pre class="code">
 * String token = emulator.machineToken(machineId).jwt().claim("tenant", "acme").mint();
 * </pre>
 */
public final class MachineTokenBuilder extends ScopedTokenBuilder<MachineTokenBuilder> {

	private final String machineId;

	MachineTokenBuilder(InProcess clerk, String machineId) {
		super(clerk, true, "cat", TokenSigner.MACHINE);
		this.machineId = machineId;
	}

	@Override
	List<String> usualScopes(Transaction tx) {
		return MachineTokens.scopes(tx, this.machineId);
	}

	@Override
	long usualLifetime(Transaction tx) {
		return MachineTokens.lifetime(tx, this.machineId);
	}

	@Override
	String issue(Transaction tx, List<String> scopes, long lifetime, boolean revoked) {
		return MachineTokens.issue(tx, this.machineId, scopes, claims(), lifetime, revoked);
	}

	@Override
	Map<String, Object> usualClaims(Transaction tx, List<String> scopes, long lifetime) {
		return MachineTokens.claims(tx, this.machineId, scopes, lifetime);
	}

}
