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
 * Settings of the client of one Clerk instance.
 *
 * @param baseUrl the base of all paths
 * @param secretKey the instance's secret key
 * @param machineSecretKey the key of the machine that the application is
 * @param apiVersion the version of the API
 * @param userAgent the value of the header {@code User-Agent}
 * @param maxInMemorySize the largest response in bytes
 * @param responseTimeout the time of one attempt, its response's body included
 * @param callTimeout the time of a call, all its attempts included
 * @param retryPolicy when calls are repeated
 * @param retryListener told of repeated calls
 * @param clock the clock of the dates in responses
 * @param observationRegistry where calls are observed
 * @param filters filters of the application, in front of all others
 */
public record ClerkHttpSettings(String baseUrl, ClerkSecretKey secretKey, @Nullable Secret machineSecretKey,
		String apiVersion, String userAgent, int maxInMemorySize, Duration responseTimeout, Duration callTimeout,
		RetryPolicy retryPolicy, RetryListener retryListener, Clock clock, ObservationRegistry observationRegistry,
		List<ExchangeFilterFunction> filters) {

}
