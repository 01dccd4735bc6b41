package io.github.clerkspring.client.user;

import org.jspecify.annotations.Nullable;

/** Result of a password verification. */
public record PasswordVerification(@Nullable Boolean verified) {

}
