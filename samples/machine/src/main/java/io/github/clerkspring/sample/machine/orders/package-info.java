/**
 * Service that accepts machine tokens.
 */
@NullMarked
package io.github.clerkspring.sample.machine.orders;

import org.jspecify.annotations.NullMarked;
