/**
 * Tables, and the transactions that read and change them. Nothing here knows a resource
 * of Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.store;

import org.jspecify.annotations.NullMarked;
