/**
 * HTTP: the listener, requests and responses, the check of callers, the journal of
 * requests, faults and rate limits. Nothing here knows a resource of Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.http;

import org.jspecify.annotations.NullMarked;
