/**
 * Clerk's tokens in reactive web applications.
 */
@NullMarked
package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.NullMarked;
