package io.github.clerkspring.client.signin;

import java.time.Instant;

import io.github.clerkspring.client.core.Secret;

/** Token that lets automated tests bypass bot protection. */
public record TestingToken(Secret token, Instant expiresAt) {

}
