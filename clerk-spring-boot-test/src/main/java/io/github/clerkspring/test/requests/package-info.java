/**
 * Assertions about the requests received by an emulator and the webhooks received by an
 * application.
 */
@NullMarked
package io.github.clerkspring.test.requests;

import org.jspecify.annotations.NullMarked;
