/**
 * Ended sessions and deleted or banned users.
 */
@NullMarked
package io.github.clerkspring.webhook.session;

import org.jspecify.annotations.NullMarked;
