package io.github.clerkspring.client.machine;

import io.github.clerkspring.client.core.Secret;

/** The key by which a machine creates tokens. */
public record MachineSecretKey(Secret secret) {

}
