/**
 * Auto-configuration for Clerk session tokens in Spring Security, on both stacks.
 */
@NullMarked
package io.github.clerkspring.boot.security;

import org.jspecify.annotations.NullMarked;
