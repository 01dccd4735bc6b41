/**
 * Users, organizations and memberships in the application's own tables.
 */
@NullMarked
package io.github.clerkspring.webhook.sync;

import org.jspecify.annotations.NullMarked;
