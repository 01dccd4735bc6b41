package io.github.clerkspring.client.machine;

/** Result of the deletion of a machine scope. */
public record DeletedMachineScope(String fromMachineId, String toMachineId, boolean deleted) {

}
