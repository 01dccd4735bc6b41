/**
 * Inboxes, which handle each delivery once in spite of at-least-once delivery.
 */
@NullMarked
package io.github.clerkspring.webhook.inbox;

import org.jspecify.annotations.NullMarked;
