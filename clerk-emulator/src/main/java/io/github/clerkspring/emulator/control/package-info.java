/**
 * The operations below {@code /__emulator}, which control the emulator itself.
 */
@NullMarked
package io.github.clerkspring.emulator.control;

import org.jspecify.annotations.NullMarked;
