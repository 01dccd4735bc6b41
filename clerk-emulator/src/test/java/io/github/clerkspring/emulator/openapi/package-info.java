/**
 * Holds the emulator against the published specifications.
 */
@NullMarked
package io.github.clerkspring.emulator.openapi;

import org.jspecify.annotations.NullMarked;
