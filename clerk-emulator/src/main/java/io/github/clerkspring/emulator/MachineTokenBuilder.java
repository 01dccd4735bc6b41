package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints an M2M token, opaque unless {@link #jwt()} is called. Its scopes are the ids of
 * the recipient machines, by default all permitted recipients of the machine.
 *
 * <pre class="code">
 * String token = emulator.machineToken(machineId).jwt().claim("tenant", "acme").mint();
 * </pre>
 */
public final class MachineTokenBuilder extends ScopedTokenBuilder<MachineTokenBuilder> {

	MachineTokenBuilder(EmulatorEngine engine, String machineId) {
		super(engine, TokenKind.MACHINE);
		set(TokenOption.MACHINE_ID, machineId);
	}

}
