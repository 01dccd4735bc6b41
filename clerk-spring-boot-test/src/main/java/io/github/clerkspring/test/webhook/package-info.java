/**
 * Signed webhooks in tests.
 */
@NullMarked
package io.github.clerkspring.test.webhook;

import org.jspecify.annotations.NullMarked;
