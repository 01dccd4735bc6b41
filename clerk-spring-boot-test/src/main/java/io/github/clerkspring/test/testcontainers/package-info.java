/**
 * The emulator of Clerk in a container that a test starts.
 */
@NullMarked
package io.github.clerkspring.test.testcontainers;

import org.jspecify.annotations.NullMarked;
