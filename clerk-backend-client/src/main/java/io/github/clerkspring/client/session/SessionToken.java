package io.github.clerkspring.client.session;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/** Signed session token. */
public record SessionToken(@Nullable Secret jwt) {

}
