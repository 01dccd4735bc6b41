/**
 * Tickets for sign-in, and sign-ups.
 */
@NullMarked
package io.github.clerkspring.emulator.signin;

import org.jspecify.annotations.NullMarked;
