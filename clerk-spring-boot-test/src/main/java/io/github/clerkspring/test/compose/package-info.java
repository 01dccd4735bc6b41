/**
 * The emulator of Clerk as a service of Docker Compose.
 */
@NullMarked
package io.github.clerkspring.test.compose;

import org.jspecify.annotations.NullMarked;
