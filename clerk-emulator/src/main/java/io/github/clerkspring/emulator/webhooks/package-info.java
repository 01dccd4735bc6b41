/**
 * Webhooks as Clerk posts them by way of Svix: signed, in order, tried again. The engine
 * is public for the emulator, not for applications; what applications read and choose are
 * endpoints, deliveries, attempts and flaws.
 */
@NullMarked
package io.github.clerkspring.emulator.webhooks;

import org.jspecify.annotations.NullMarked;
