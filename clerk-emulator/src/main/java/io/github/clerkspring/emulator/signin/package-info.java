/**
 * Tickets that open sessions, and sign-ups.
 */
@NullMarked
package io.github.clerkspring.emulator.signin;

import org.jspecify.annotations.NullMarked;
