/**
 * Handling each delivery once, although it is delivered at least once.
 */
@NullMarked
package io.github.clerkspring.webhook.inbox;

import org.jspecify.annotations.NullMarked;
