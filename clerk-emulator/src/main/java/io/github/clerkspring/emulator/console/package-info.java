/**
 * The console: what the emulator holds and does, as pages for people.
 */
@NullMarked
package io.github.clerkspring.emulator.console;

import org.jspecify.annotations.NullMarked;
