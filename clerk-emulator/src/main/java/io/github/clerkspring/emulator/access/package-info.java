/**
 * Restrictions of sign-ups: invitations, the waiting list, allowlist and blocklist.
 */
@NullMarked
package io.github.clerkspring.emulator.access;

import org.jspecify.annotations.NullMarked;
