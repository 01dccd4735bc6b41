/**
 * Users, organizations and memberships of Clerk in the database of an application.
 */
@NullMarked
package io.github.clerkspring.sample.webhooks;

import org.jspecify.annotations.NullMarked;
