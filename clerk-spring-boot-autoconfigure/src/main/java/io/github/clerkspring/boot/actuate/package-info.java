/**
 * Actuator support for Clerk: health, info and endpoints.
 */
@NullMarked
package io.github.clerkspring.boot.actuate;

import org.jspecify.annotations.NullMarked;
