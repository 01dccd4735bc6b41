package io.github.clerkspring.client.session;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * Token of a session.
 *
 * @param jwt the signed token
 */
public record SessionToken(@Nullable Secret jwt) {

}
