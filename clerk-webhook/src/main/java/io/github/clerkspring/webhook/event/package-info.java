/**
 * Clerk events, whose data consists of records of the client.
 */
@NullMarked
package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.NullMarked;
