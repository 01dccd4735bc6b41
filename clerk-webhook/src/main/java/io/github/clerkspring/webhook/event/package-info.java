/**
 * Clerk's events, with the client's records as their data.
 */
@NullMarked
package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.NullMarked;
