/** Client for Clerk's Backend API. */
@NullMarked
package io.github.clerkspring.client;

import org.jspecify.annotations.NullMarked;
