/**
 * Seed files: what is to be there from the start. Not for applications.
 */
@NullMarked
package io.github.clerkspring.emulator.seed;

import org.jspecify.annotations.NullMarked;
