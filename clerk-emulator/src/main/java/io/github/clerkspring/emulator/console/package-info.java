/**
 * Console: web pages for inspection and control of the emulator.
 */
@NullMarked
package io.github.clerkspring.emulator.console;

import org.jspecify.annotations.NullMarked;
