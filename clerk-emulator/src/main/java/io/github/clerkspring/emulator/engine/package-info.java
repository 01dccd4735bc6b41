/**
 * Tables and transactions, and operations over HTTP: everything that knows no resource of
 * Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.NullMarked;
