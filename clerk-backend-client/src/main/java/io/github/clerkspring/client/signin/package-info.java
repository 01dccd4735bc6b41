/**
 * Ways to sign in and up without a person at the keyboard: {@code /sign_in_tokens},
 * {@code /sign_ups}, {@code /actor_tokens}, {@code /testing_tokens}, {@code /agents}.
 */
@NullMarked
package io.github.clerkspring.client.signin;

import org.jspecify.annotations.NullMarked;
