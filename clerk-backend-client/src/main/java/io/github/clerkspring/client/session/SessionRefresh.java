package io.github.clerkspring.client.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * Fresh token of a session, in the format that was asked for.
 *
 * @param jwt the signed token, or {@code null} if cookies were asked for
 * @param cookies values for {@code Set-Cookie} headers, empty if a token was asked for
 */
public record SessionRefresh(@Nullable Secret jwt, List<Secret> cookies) {

}
