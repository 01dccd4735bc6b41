/**
 * Operations: paths, parameters, rules for the fields of request bodies, and pages of
 * results. Independent of the resources of Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.NullMarked;
