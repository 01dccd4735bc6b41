/**
 * Principals of Clerk's tokens, and types for applications that check and observe tokens.
 */
@NullMarked
package io.github.clerkspring.security;

import org.jspecify.annotations.NullMarked;
