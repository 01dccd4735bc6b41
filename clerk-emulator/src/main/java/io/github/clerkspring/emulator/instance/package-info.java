/**
 * The instance itself: settings, domains, redirect URLs and keys.
 */
@NullMarked
package io.github.clerkspring.emulator.instance;

import org.jspecify.annotations.NullMarked;
