/**
 * Tables, and the transactions that read and change them. Independent of the resources of
 * Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.store;

import org.jspecify.annotations.NullMarked;
