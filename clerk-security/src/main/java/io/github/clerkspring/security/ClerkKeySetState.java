package io.github.clerkspring.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the keys of an instance at some moment. It names no key.
 *
 * @param ready whether there are keys that tokens can be verified with
 * @param stale whether the keys are past their life, because they could not be refreshed
 * @param keys how many keys there are
 * @param age how long ago the keys were fetched, or {@code null} if they never were
 * @param refreshes how often the keys were fetched
 * @param failedRefreshes how often the keys could not be fetched
 * @param refusedRefreshes how often a token with an unknown key did not lead to a
 * refresh, because there had been one a short while before
 * @param trouble why the last attempt failed, or {@code null} if it did not
 */
public record ClerkKeySetState(boolean ready, boolean stale, int keys, @Nullable Duration age, long refreshes,
		long failedRefreshes, long refusedRefreshes, @Nullable TokenRejection trouble) {

}
