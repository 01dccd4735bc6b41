/**
 * Words that every resource of Clerk's Backend API uses: requests, pages, errors, keys.
 */
@NullMarked
package io.github.clerkspring.client.core;

import org.jspecify.annotations.NullMarked;
