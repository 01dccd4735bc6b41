/**
 * Health, info and endpoint of Clerk in the actuator.
 */
@NullMarked
package io.github.clerkspring.boot.actuate;

import org.jspecify.annotations.NullMarked;
