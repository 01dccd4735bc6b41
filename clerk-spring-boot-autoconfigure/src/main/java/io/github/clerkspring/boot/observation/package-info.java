/**
 * Metrics for calls, tokens and keys, and the startup report.
 */
@NullMarked
package io.github.clerkspring.boot.observation;

import org.jspecify.annotations.NullMarked;
