/**
 * Receives webhooks and looks at them without the emulator's own code.
 */
@NullMarked
package io.github.clerkspring.emulator.webhooks;

import org.jspecify.annotations.NullMarked;
