/**
 * Support for the emulator of Clerk as a Docker Compose service.
 */
@NullMarked
package io.github.clerkspring.test.compose;

import org.jspecify.annotations.NullMarked;
