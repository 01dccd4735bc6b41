package io.github.clerkspring.client.machine;

import io.github.clerkspring.client.core.Secret;

/** Secret of an API key. */
public record ApiKeySecret(Secret secret) {

}
