package io.github.clerkspring.client.user;

import org.jspecify.annotations.Nullable;

/** Answer when second factors of a user were removed. */
public record FactorRemoval(@Nullable String userId) {

}
