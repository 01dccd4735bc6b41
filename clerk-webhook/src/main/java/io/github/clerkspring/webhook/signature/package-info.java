/**
 * Signatures of webhooks, as pure functions of headers, bytes and clock.
 */
@NullMarked
package io.github.clerkspring.webhook.signature;

import org.jspecify.annotations.NullMarked;
