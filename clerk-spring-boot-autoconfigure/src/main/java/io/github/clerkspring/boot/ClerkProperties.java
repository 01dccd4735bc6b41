package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import io.github.clerkspring.client.core.Secret;

/**
 * Properties of Clerk.
 *
 * @param enabled Whether Clerk is auto-configured.
 * @param secretKey Secret key of the Clerk instance, which authorizes calls of its
 * Backend API.
 * @param publishableKey Publishable key of the Clerk instance, which tells the issuer of
 * its tokens.
 * @param jwtKey Public key of the Clerk instance in PEM, to verify tokens without
 * fetching the key set.
 * @param machineSecretKey Secret key of the machine that the application is.
 * @param apiUrl URL of Clerk's Backend API, without its version.
 * @param proxyUrl URL of the proxy in front of Clerk's Frontend API. Tokens may name it
 * as their issuer, and without a secret key the key set is fetched through it.
 * @param client Client of the Backend API.
 * @param session Session tokens.
 * @param jwks Key set that verifies tokens.
 */
@ConfigurationProperties("clerk")
public record ClerkProperties(@DefaultValue("true") boolean enabled, @Nullable Secret secretKey,
		@Nullable String publishableKey, @Nullable String jwtKey, @Nullable Secret machineSecretKey,
		@DefaultValue("https://api.clerk.com") String apiUrl, @Nullable String proxyUrl, @DefaultValue Client client,
		@DefaultValue Session session, @DefaultValue Jwks jwks) {

	private static final Duration MILLISECOND = Duration.ofMillis(1);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	public ClerkProperties {
		UrlProperty.refuseUserInfo("clerk.api-url", apiUrl);
		UrlProperty.refuseUserInfo("clerk.proxy-url", proxyUrl);
	}

	/**
	 * Client of the Backend API.
	 *
	 * @param apiVersion Version of the API that is asked for. The types of the client are
	 * made for its default.
	 * @param connectTimeout How long connecting may take.
	 * @param responseTimeout How long one attempt may take, from the moment it has a
	 * connection to the last byte of the response.
	 * @param callTimeout How long a call may take in all, waits and repetitions included.
	 * @param maxInMemorySize Largest answer that is read.
	 * @param pool Connections to Clerk.
	 * @param retry Repetition of calls.
	 */
	public record Client(@DefaultValue("2026-05-12") String apiVersion, @DefaultValue("2s") Duration connectTimeout,
			@DefaultValue("10s") Duration responseTimeout, @DefaultValue("60s") Duration callTimeout,
			@DefaultValue("8MB") DataSize maxInMemorySize, @DefaultValue Pool pool, @DefaultValue Retry retry) {

		public Client {
			TextProperty.requireVersion("clerk.client.api-version", apiVersion);
			Limits.check("clerk.client.connect-timeout", connectTimeout, MILLISECOND, MINUTE);
			Limits.check("clerk.client.response-timeout", responseTimeout, MILLISECOND, HOUR);
			Limits.check("clerk.client.call-timeout", callTimeout, MILLISECOND, Duration.ofHours(24));
			Limits.check("clerk.client.max-in-memory-size", maxInMemorySize, DataSize.ofKilobytes(1),
					DataSize.ofGigabytes(1));
		}

	}

	/**
	 * Connections to Clerk.
	 *
	 * @param maxConnections Maximum number of connections.
	 * @param maxPending Maximum number of calls that wait for a connection. Further calls
	 * fail.
	 * @param acquireTimeout How long a call may wait for a connection.
	 */
	public record Pool(@DefaultValue("200") int maxConnections, @DefaultValue("10000") int maxPending,
			@DefaultValue("30s") Duration acquireTimeout) {

		public Pool {
			Limits.check("clerk.client.pool.max-connections", maxConnections, 1, 10_000);
			Limits.check("clerk.client.pool.max-pending", maxPending, 1, 1_000_000);
			Limits.check("clerk.client.pool.acquire-timeout", acquireTimeout, MILLISECOND, HOUR);
		}

	}

	/**
	 * Repetition of calls.
	 *
	 * @param maxAttempts Maximum number of attempts, the first included.
	 * @param maxElapsed How long after its beginning a call may still be repeated.
	 * @param maxRetryAfter Longest wait that Clerk may ask for. A call that is to wait
	 * longer fails at once.
	 * @param budget Repetitions that all calls have in reserve. Each takes one, each
	 * successful call gives one back, and without any a failed call is not repeated.
	 */
	public record Retry(@DefaultValue("3") int maxAttempts, @DefaultValue("30s") Duration maxElapsed,
			@DefaultValue("10s") Duration maxRetryAfter, @DefaultValue("100") int budget) {

		public Retry {
			Limits.check("clerk.client.retry.max-attempts", maxAttempts, 1, 10);
			Limits.check("clerk.client.retry.max-elapsed", maxElapsed, Duration.ZERO, HOUR);
			Limits.check("clerk.client.retry.max-retry-after", maxRetryAfter, Duration.ZERO, HOUR);
			Limits.check("clerk.client.retry.budget", budget, 0, 1_000_000);
		}

	}

	/**
	 * Session tokens.
	 *
	 * @param issuer Comma-separated list of issuers whose tokens are accepted. By default
	 * the issuer of the publishable key.
	 * @param authorizedParties Comma-separated list of origins whose tokens are accepted.
	 * If empty, tokens of all origins are accepted.
	 * @param allowMissingAzp Whether tokens without an authorized party are accepted
	 * although authorized parties are set.
	 * @param audience Comma-separated list of audiences, one of which a token with an
	 * audience must have.
	 * @param clockSkew Tolerated difference between the clocks of Clerk and of this
	 * application.
	 * @param acceptPending Whether sessions with pending tasks are accepted.
	 * @param lenientPaths Comma-separated list of path patterns on which a request with
	 * an invalid token is processed as a request without one.
	 * @param cookie Session cookie.
	 * @param cache Cache of verified tokens.
	 */
	public record Session(@DefaultValue List<String> issuer, @DefaultValue List<String> authorizedParties,
			boolean allowMissingAzp, @DefaultValue List<String> audience, @DefaultValue("5s") Duration clockSkew,
			boolean acceptPending, @DefaultValue List<String> lenientPaths, @DefaultValue Cookie cookie,
			@DefaultValue Cache cache) {

		public Session {
			issuer = TextProperty.list("clerk.session.issuer", issuer, UrlProperty::issuer);
			authorizedParties = TextProperty.list("clerk.session.authorized-parties", authorizedParties,
					UrlProperty::origin);
			audience = TextProperty.list("clerk.session.audience", audience, TextProperty::any);
			Limits.check("clerk.session.clock-skew", clockSkew, Duration.ZERO, Duration.ofMinutes(5));
			lenientPaths = TextProperty.list("clerk.session.lenient-paths", lenientPaths, TextProperty::path);
		}

	}

	/**
	 * Session cookie.
	 *
	 * @param enabled Whether session tokens are also taken from Clerk's session cookie,
	 * for safe methods and for requests from an authorized party.
	 */
	public record Cookie(boolean enabled) {

	}

	/**
	 * Cache of verified tokens.
	 *
	 * @param maxSize Maximum number of cached tokens. Zero disables the cache.
	 * @param timeToLive Maximum time for which a token is cached.
	 */
	public record Cache(@DefaultValue("10000") int maxSize, @DefaultValue("1m") Duration timeToLive) {

		public Cache {
			Limits.check("clerk.session.cache.max-size", maxSize, 0, 10_000_000);
			Limits.check("clerk.session.cache.time-to-live", timeToLive, Duration.ZERO, HOUR);
		}

	}

	/**
	 * Key set that verifies tokens.
	 *
	 * @param uri URI of the key set. By default the Backend API's if there is a secret
	 * key, else the Frontend API's.
	 * @param timeToLive How long a fetched key set is used before it is fetched anew.
	 * @param unknownKidInterval How long after a fetch for an unknown key the next such
	 * fetch may follow.
	 * @param outageTolerance How long a key set is used while it cannot be fetched anew.
	 * @param connectTimeout How long connecting may take.
	 * @param timeout How long a fetch may take in all.
	 * @param warmUp Whether the key set is fetched when the application starts.
	 */
	public record Jwks(@Nullable String uri, @DefaultValue("5m") Duration timeToLive,
			@DefaultValue("30s") Duration unknownKidInterval, @DefaultValue("1h") Duration outageTolerance,
			@DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration timeout,
			@DefaultValue("true") boolean warmUp) {

		public Jwks {
			UrlProperty.refuseUserInfo("clerk.jwks.uri", uri);
			Limits.check("clerk.jwks.time-to-live", timeToLive, SECOND, Duration.ofDays(1));
			Limits.check("clerk.jwks.unknown-kid-interval", unknownKidInterval, SECOND, HOUR);
			Limits.check("clerk.jwks.outage-tolerance", outageTolerance, Duration.ZERO, Duration.ofDays(7));
			Limits.check("clerk.jwks.connect-timeout", connectTimeout, MILLISECOND, MINUTE);
			Limits.check("clerk.jwks.timeout", timeout, MILLISECOND, HOUR);
		}

	}

}
