/**
 * HTTP: the listener, requests and responses, the check of callers, the journal of
 * requests, faults and rate limits. Independent of the resources of Clerk.
 */
@NullMarked
package io.github.clerkspring.emulator.http;

import org.jspecify.annotations.NullMarked;
