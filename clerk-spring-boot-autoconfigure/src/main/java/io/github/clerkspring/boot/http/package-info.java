/**
 * Connections to Clerk with the settings of the application. Not for use by applications.
 */
@NullMarked
package io.github.clerkspring.boot.http;

import org.jspecify.annotations.NullMarked;
