package io.github.clerkspring.client.user;

import org.jspecify.annotations.Nullable;

/** Whether a password is the user's. */
public record PasswordVerification(@Nullable Boolean verified) {

}
