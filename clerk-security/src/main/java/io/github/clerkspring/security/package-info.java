/**
 * Who is calling: the principals that Clerk's tokens stand for, and what may be asked of
 * them.
 */
@NullMarked
package io.github.clerkspring.security;

import org.jspecify.annotations.NullMarked;
