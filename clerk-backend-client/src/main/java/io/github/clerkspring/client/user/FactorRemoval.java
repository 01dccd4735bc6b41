package io.github.clerkspring.client.user;

import org.jspecify.annotations.Nullable;

/** Result of the removal of second factors. */
public record FactorRemoval(@Nullable String userId) {

}
