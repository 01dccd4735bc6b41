/**
 * Two services, one of which calls the other with machine tokens.
 */
@NullMarked
package io.github.clerkspring.sample.machine;

import org.jspecify.annotations.NullMarked;
