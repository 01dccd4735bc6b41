/**
 * Access to the application: {@code /invitations}, {@code /waitlist_entries}, {@code
 * /allowlist_identifiers}, {@code /blocklist_identifiers}.
 */
@NullMarked
package io.github.clerkspring.client.access;

import org.jspecify.annotations.NullMarked;
