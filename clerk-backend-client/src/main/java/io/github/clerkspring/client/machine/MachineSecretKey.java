package io.github.clerkspring.client.machine;

import io.github.clerkspring.client.core.Secret;

/** Secret key of a machine for the creation of tokens. */
public record MachineSecretKey(Secret secret) {

}
