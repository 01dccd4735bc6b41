/**
 * Clerk webhooks, from the request to the listeners of the application.
 */
@NullMarked
package io.github.clerkspring.webhook;

import org.jspecify.annotations.NullMarked;
