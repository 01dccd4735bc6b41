/**
 * Local emulator of Clerk for tests and development.
 */
@NullMarked
package io.github.clerkspring.emulator;

import org.jspecify.annotations.NullMarked;
