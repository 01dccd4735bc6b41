/**
 * Support for an emulator of Clerk in another process.
 */
@NullMarked
package io.github.clerkspring.test.remote;

import org.jspecify.annotations.NullMarked;
