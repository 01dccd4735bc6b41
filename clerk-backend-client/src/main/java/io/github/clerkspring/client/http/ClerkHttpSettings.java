package io.github.clerkspring.client.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.core.Secret;

/**
 * Settings for the client of one Clerk instance.
 *
 * @param baseUrl the base URL of all paths
 * @param secretKey the secret key of the instance
 * @param machineSecretKey the secret key of the machine that the application represents
 * @param apiVersion the version of the API
 * @param userAgent the value of the {@code User-Agent} header
 * @param maxInMemorySize the maximum size of a response in bytes
 * @param responseTimeout the time limit for an attempt, including the response body
 * @param callTimeout the time limit for a call, including all attempts
 * @param retryPolicy the retry policy
 * @param retryListener the listener for retries
 * @param clock the clock used to evaluate dates in responses
 * @param observationRegistry the registry for observations
 * @param filters the filters of the application, applied before all others
 */
public record ClerkHttpSettings(String baseUrl, ClerkSecretKey secretKey, @Nullable Secret machineSecretKey,
		String apiVersion, String userAgent, int maxInMemorySize, Duration responseTimeout, Duration callTimeout,
		RetryPolicy retryPolicy, RetryListener retryListener, Clock clock, ObservationRegistry observationRegistry,
		List<ExchangeFilterFunction> filters) {

}
