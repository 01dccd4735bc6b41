/**
 * Webhooks that tests sign.
 */
@NullMarked
package io.github.clerkspring.test.webhook;

import org.jspecify.annotations.NullMarked;
