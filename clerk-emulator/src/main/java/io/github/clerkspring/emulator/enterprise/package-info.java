/**
 * Connections to identity providers.
 */
@NullMarked
package io.github.clerkspring.emulator.enterprise;

import org.jspecify.annotations.NullMarked;
