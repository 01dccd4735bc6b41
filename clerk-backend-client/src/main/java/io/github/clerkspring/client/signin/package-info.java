/**
 * Sign-in tokens, sign-ups, impersonation and testing tokens: {@code /sign_in_tokens},
 * {@code /sign_ups}, {@code /actor_tokens}, {@code /testing_tokens}, {@code /agents}.
 */
@NullMarked
package io.github.clerkspring.client.signin;

import org.jspecify.annotations.NullMarked;
