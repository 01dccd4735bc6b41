package io.github.clerkspring.client.signin;

import java.time.Instant;

import io.github.clerkspring.client.core.Secret;

/** A token by which automated tests pass the protection against bots. */
public record TestingToken(Secret token, Instant expiresAt) {

}
