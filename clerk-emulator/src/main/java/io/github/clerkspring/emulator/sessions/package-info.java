/**
 * Sessions, clients, session tokens and JWT templates.
 */
@NullMarked
package io.github.clerkspring.emulator.sessions;

import org.jspecify.annotations.NullMarked;
