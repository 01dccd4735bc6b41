package io.github.clerkspring.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Snapshot of the state of the keys of an instance, without the keys.
 *
 * @param ready whether tokens can be verified
 * @param stale whether the keys are older than their time to live, because of failed
 * refreshes
 * @param keys the number of keys
 * @param age the time since the keys were fetched, or {@code null} if they were never
 * fetched
 * @param refreshes the number of successful fetches
 * @param failedRefreshes the number of failed fetches
 * @param refusedRefreshes the number of tokens with an unknown key that did not cause a
 * fetch, because of a recent fetch
 * @param failure the reason for the failure of the last fetch, or {@code null} if it
 * succeeded
 */
public record ClerkKeySetState(boolean ready, boolean stale, int keys, @Nullable Duration age, long refreshes,
		long failedRefreshes, long refusedRefreshes, @Nullable TokenRejection failure) {

}
