/**
 * Metrics of calls, tokens and keys, and the line at start.
 */
@NullMarked
package io.github.clerkspring.boot.observation;

import org.jspecify.annotations.NullMarked;
