/**
 * Machine tokens: tokens of machines (M2M), OAuth access tokens and API keys, verified
 * for both stacks and converted to a {@link io.github.clerkspring.security.ClerkMachine}.
 */
@NullMarked
package io.github.clerkspring.security.machine;

import org.jspecify.annotations.NullMarked;
