/**
 * Sessions that have ended, and users who were deleted or banned.
 */
@NullMarked
package io.github.clerkspring.webhook.session;

import org.jspecify.annotations.NullMarked;
