/**
 * Comparison with Clerk's SDK, Spring's own classes and the least work that is possible.
 */
@NullMarked
package io.github.clerkspring.benchmark.comparison;

import org.jspecify.annotations.NullMarked;
