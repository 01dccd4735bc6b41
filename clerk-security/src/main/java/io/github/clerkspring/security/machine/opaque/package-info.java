/**
 * Verification of opaque machine tokens by requests to Clerk.
 */
@NullMarked
package io.github.clerkspring.security.machine.opaque;

import org.jspecify.annotations.NullMarked;
