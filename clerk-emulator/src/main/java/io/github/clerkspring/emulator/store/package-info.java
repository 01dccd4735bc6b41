/**
 * The emulator's memory: typed collections with indexes and order.
 */
@NullMarked
package io.github.clerkspring.emulator.store;

import org.jspecify.annotations.NullMarked;
