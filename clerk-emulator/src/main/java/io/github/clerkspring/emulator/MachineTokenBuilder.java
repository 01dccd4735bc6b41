package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.routes.MachineTokens;
import io.github.clerkspring.emulator.token.TokenSigner;

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

	private final MachineTokens tokens;

	private final String machineId;

	MachineTokenBuilder(InProcess clerk, String machineId) {
		super(clerk, true, "cat", TokenSigner.MACHINE);
		this.tokens = clerk.backend().machineTokens();
		this.machineId = machineId;
	}

	@Override
	List<String> usualScopes() {
		return this.tokens.scopes(this.machineId);
	}

	@Override
	long usualLifetime() {
		return this.tokens.lifetime(this.machineId);
	}

	@Override
	String issue(List<String> scopes, long lifetime, boolean revoked) {
		return this.tokens.issue(this.machineId, scopes, claims(), lifetime, revoked);
	}

	@Override
	Map<String, Object> usualClaims(List<String> scopes, long lifetime) {
		return this.tokens.claims(this.machineId, scopes, lifetime);
	}

}
