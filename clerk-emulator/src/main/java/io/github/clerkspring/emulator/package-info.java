/**
 * A Clerk that runs on the own machine, for tests and for development.
 */
@NullMarked
package io.github.clerkspring.emulator;

import org.jspecify.annotations.NullMarked;
