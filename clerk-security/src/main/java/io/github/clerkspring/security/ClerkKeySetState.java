package io.github.clerkspring.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * State of the keys of an instance at one moment, without the keys.
 *
 * @param ready whether tokens can be verified
 * @param stale whether the keys are older than their time to live, because they could not
 * be refreshed
 * @param keys the number of keys
 * @param age the time since the keys were fetched, or {@code null} if they never were
 * @param refreshes the number of successful fetches
 * @param failedRefreshes the number of failed fetches
 * @param refusedRefreshes the number of tokens with an unknown key that did not cause a
 * fetch, because another had caused one shortly before
 * @param trouble the reason if the last fetch failed, else {@code null}
 */
public record ClerkKeySetState(boolean ready, boolean stale, int keys, @Nullable Duration age, long refreshes,
		long failedRefreshes, long refusedRefreshes, @Nullable TokenRejection trouble) {

}
