/**
 * Clerk's tokens in servlet applications.
 */
@NullMarked
package io.github.clerkspring.security.servlet;

import org.jspecify.annotations.NullMarked;
