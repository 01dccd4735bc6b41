package io.github.clerkspring.client.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * New session token in the requested format.
 *
 * @param jwt the signed token, or {@code null} if cookies were requested
 * @param cookies the values of {@code Set-Cookie} headers; empty if a token was requested
 */
public record SessionRefresh(@Nullable Secret jwt, List<Secret> cookies) {

}
