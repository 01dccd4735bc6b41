/**
 * Support for the emulator of Clerk in a container.
 */
@NullMarked
package io.github.clerkspring.test.testcontainers;

import org.jspecify.annotations.NullMarked;
