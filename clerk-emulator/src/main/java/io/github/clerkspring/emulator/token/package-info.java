/**
 * Signing keys and signed tokens.
 */
@NullMarked
package io.github.clerkspring.emulator.token;

import org.jspecify.annotations.NullMarked;
