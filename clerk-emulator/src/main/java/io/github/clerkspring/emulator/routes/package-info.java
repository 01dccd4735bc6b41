/**
 * The operations of Clerk's Backend API, one class a family.
 */
@NullMarked
package io.github.clerkspring.emulator.routes;

import org.jspecify.annotations.NullMarked;
