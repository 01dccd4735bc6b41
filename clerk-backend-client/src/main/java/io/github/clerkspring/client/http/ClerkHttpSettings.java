package io.github.clerkspring.client.http;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.core.Secret;

/**
 * What the wire must know of a Clerk instance and its client.
 *
 * @param baseUrl the base of all paths
 * @param secretKey the instance's secret key
 * @param machineSecretKey the key of the machine that the application is
 * @param apiVersion the version of the API
 * @param userAgent how the client introduces itself
 * @param maxInMemorySize the largest answer in bytes
 * @param retryPolicy when calls are repeated
 * @param retryListener hears of repeated calls
 * @param clock the clock of the dates in answers
 */
public record ClerkHttpSettings(String baseUrl, ClerkSecretKey secretKey, @Nullable Secret machineSecretKey,
		String apiVersion, String userAgent, int maxInMemorySize, RetryPolicy retryPolicy, RetryListener retryListener,
		Clock clock) {

}
