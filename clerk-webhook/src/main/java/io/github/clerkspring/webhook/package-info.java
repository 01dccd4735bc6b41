/**
 * Webhooks of Clerk, from the request to the application's listeners.
 */
@NullMarked
package io.github.clerkspring.webhook;

import org.jspecify.annotations.NullMarked;
