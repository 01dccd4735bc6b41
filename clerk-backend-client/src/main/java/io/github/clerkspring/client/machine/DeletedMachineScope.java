package io.github.clerkspring.client.machine;

/** What Clerk answers when one machine may no longer call another. */
public record DeletedMachineScope(String fromMachineId, String toMachineId, boolean deleted) {

}
