/**
 * HTTP connections to Clerk with the settings of the application. Not intended for use by
 * applications.
 */
@NullMarked
package io.github.clerkspring.boot.http;

import org.jspecify.annotations.NullMarked;
