/**
 * Auto-configuration for webhooks.
 */
@NullMarked
package io.github.clerkspring.boot.webhook;

import org.jspecify.annotations.NullMarked;
