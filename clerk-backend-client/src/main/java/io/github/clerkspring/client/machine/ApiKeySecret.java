package io.github.clerkspring.client.machine;

import io.github.clerkspring.client.core.Secret;

/** The API key itself. */
public record ApiKeySecret(Secret secret) {

}
