package io.github.clerkspring.client.machine;

import java.time.Instant;

/** Permission of one machine to call another. */
public record MachineScope(String fromMachineId, String toMachineId, Instant createdAt) {

}
