/**
 * Auto-configuration for the client of Clerk's Backend API.
 */
@NullMarked
package io.github.clerkspring.boot.client;

import org.jspecify.annotations.NullMarked;
