/**
 * Synchronization of users, organizations and memberships with tables of the application.
 */
@NullMarked
package io.github.clerkspring.webhook.sync;

import org.jspecify.annotations.NullMarked;
