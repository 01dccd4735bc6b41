/**
 * Plans, subscriptions, payments and credits.
 */
@NullMarked
package io.github.clerkspring.emulator.billing;

import org.jspecify.annotations.NullMarked;
