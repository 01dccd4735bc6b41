/**
 * The console: pages that show and control the emulator.
 */
@NullMarked
package io.github.clerkspring.emulator.console;

import org.jspecify.annotations.NullMarked;
