/**
 * Integration with Spring Security for servlet applications.
 */
@NullMarked
package io.github.clerkspring.security.servlet;

import org.jspecify.annotations.NullMarked;
