/**
 * Signing keys and signed tokens.
 */
@NullMarked
package io.github.clerkspring.emulator.tokens;

import org.jspecify.annotations.NullMarked;
