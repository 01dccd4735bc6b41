/**
 * Assertions about what an emulator was asked.
 */
@NullMarked
package io.github.clerkspring.test.requests;

import org.jspecify.annotations.NullMarked;
