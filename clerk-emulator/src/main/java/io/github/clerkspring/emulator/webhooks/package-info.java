/**
 * Webhooks in the format of Clerk and Svix, with signatures, ordering and retries. The
 * engine is public for the emulator, not for applications; applications use endpoints,
 * deliveries, attempts and flaws.
 */
@NullMarked
package io.github.clerkspring.emulator.webhooks;

import org.jspecify.annotations.NullMarked;
