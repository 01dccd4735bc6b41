/**
 * Types shared by all resources of Clerk's Backend API: requests, pages, errors and keys.
 */
@NullMarked
package io.github.clerkspring.client.core;

import org.jspecify.annotations.NullMarked;
