/**
 * Machines, their tokens, and API keys.
 */
@NullMarked
package io.github.clerkspring.emulator.machines;

import org.jspecify.annotations.NullMarked;
