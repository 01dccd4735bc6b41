/**
 * Operations: their paths, what they are called with, the rules for the fields of their
 * bodies, and pages of results. Nothing here knows a resource of Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.NullMarked;
