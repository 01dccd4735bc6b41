/**
 * Seed files, which describe the initial resources. Not for applications.
 */
@NullMarked
package io.github.clerkspring.emulator.seed;

import org.jspecify.annotations.NullMarked;
