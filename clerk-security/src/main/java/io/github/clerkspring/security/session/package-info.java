/**
 * Verification of session tokens, the keys it needs, and the way from claims to a
 * {@link io.github.clerkspring.security.ClerkSession}. Both web stacks use this package;
 * it knows neither.
 */
@NullMarked
package io.github.clerkspring.security.session;

import org.jspecify.annotations.NullMarked;
