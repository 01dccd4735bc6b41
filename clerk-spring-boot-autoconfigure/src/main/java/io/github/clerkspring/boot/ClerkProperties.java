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
 * @param enabled Whether to enable the auto-configuration of Clerk.
 * @param secretKey Secret key of the Clerk instance, used to authenticate calls to the
 * Backend API.
 * @param publishableKey Publishable key of the Clerk instance, from which the issuer of
 * its tokens is derived.
 * @param jwtKey Public key of the Clerk instance in PEM format, used to verify tokens
 * without a key set.
 * @param machineSecretKey Secret key of the machine that the application represents.
 * @param apiUrl URL of Clerk's Backend API, without its version.
 * @param proxyUrl URL of the proxy of Clerk's Frontend API, which is accepted as an
 * issuer of tokens and is used to fetch the key set if no secret key is configured.
 * @param acceptedTokens Comma-separated list of the types of tokens that are accepted.
 * @param client Client of the Backend API.
 * @param session Session tokens.
 * @param machine Machine tokens.
 * @param oauth OAuth access tokens.
 * @param jwks Key set used to verify tokens.
 */
@ConfigurationProperties("clerk")
public record ClerkProperties(@DefaultValue("true") boolean enabled, @Nullable Secret secretKey,
		@Nullable String publishableKey, @Nullable String jwtKey, @Nullable Secret machineSecretKey,
		@DefaultValue("https://api.clerk.com") String apiUrl, @Nullable String proxyUrl,
		@DefaultValue("session") List<String> acceptedTokens, @DefaultValue Client client,
		@DefaultValue Session session, @DefaultValue Machine machine, @DefaultValue OAuth oauth,
		@DefaultValue Jwks jwks) {

	private static final Duration MILLISECOND = Duration.ofMillis(1);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	public ClerkProperties {
		UrlProperty.refuseUserInfo("clerk.api-url", apiUrl);
		UrlProperty.refuseUserInfo("clerk.proxy-url", proxyUrl);
		acceptedTokens = TokenTypeProperty.list("clerk.accepted-tokens", acceptedTokens);
	}

	/**
	 * Client of the Backend API.
	 *
	 * @param apiVersion Version of the Backend API to request, whose default is the
	 * version that the types of the client correspond to.
	 * @param connectTimeout Timeout for establishing a connection.
	 * @param responseTimeout Timeout for a single attempt, from the acquisition of a
	 * connection to the last byte of the response.
	 * @param callTimeout Timeout for a call, including all retries and the delays between
	 * them.
	 * @param maxInMemorySize Maximum size of a response body.
	 * @param pool Connection pool.
	 * @param retry Retries of calls.
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
	 * Connection pool.
	 *
	 * @param maxConnections Maximum number of connections.
	 * @param maxPending Maximum number of calls that wait for a connection, beyond which
	 * calls fail.
	 * @param acquireTimeout Maximum time to wait for a connection from the pool.
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
	 * Retries of calls.
	 *
	 * @param maxAttempts Maximum number of attempts, including the first.
	 * @param maxElapsed Maximum time after the start of a call at which it can still be
	 * retried.
	 * @param maxRetryAfter Maximum delay that Clerk can request, beyond which the call
	 * fails immediately.
	 * @param budget Maximum retry budget shared by all calls, of which each retry
	 * consumes one unit and each successful call restores one.
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
	 * @param issuer Comma-separated list of accepted issuers, by default the issuer
	 * derived from the publishable key.
	 * @param authorizedParties Comma-separated list of origins whose tokens are accepted,
	 * where an empty list accepts all origins.
	 * @param allowMissingAzp Whether to accept tokens without an authorized party if
	 * authorized parties are configured.
	 * @param audience Comma-separated list of accepted audiences, of which a token with
	 * an audience must have at least one.
	 * @param clockSkew Maximum tolerated difference between the clocks of Clerk and of
	 * the application.
	 * @param acceptPending Whether to accept sessions with pending tasks.
	 * @param lenientPaths Comma-separated list of path patterns for which a request with
	 * an invalid token is processed as unauthenticated.
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
	 * @param enabled Whether to also read session tokens from Clerk's session cookie, for
	 * requests with a safe method and requests from an authorized party.
	 */
	public record Cookie(boolean enabled) {

	}

	/**
	 * Cache of verified tokens.
	 *
	 * @param maxSize Maximum number of cached tokens, where zero disables the cache.
	 * @param timeToLive Maximum time for which a verified token is cached.
	 */
	public record Cache(@DefaultValue("10000") int maxSize, @DefaultValue("1m") Duration timeToLive) {

		public Cache {
			Limits.check("clerk.session.cache.max-size", maxSize, 0, 10_000_000);
			Limits.check("clerk.session.cache.time-to-live", timeToLive, Duration.ZERO, HOUR);
		}

	}

	/**
	 * Machine tokens.
	 *
	 * @param id Id of the machine that the application represents, which must be among
	 * the scopes of machine-to-machine tokens.
	 * @param cache Cache of opaque tokens that Clerk has verified.
	 */
	public record Machine(@Nullable String id, @DefaultValue MachineCache cache) {

		public Machine {
			id = TextProperty.machineId("clerk.machine.id", id);
		}

	}

	/**
	 * Cache of opaque tokens that Clerk has verified.
	 *
	 * @param maxSize Maximum number of cached tokens, where zero disables the cache.
	 * @param timeToLive Time for which a verified token is cached, and for which a
	 * revoked token is still accepted.
	 */
	public record MachineCache(@DefaultValue("10000") int maxSize, @DefaultValue("0s") Duration timeToLive) {

		public MachineCache {
			Limits.check("clerk.machine.cache.max-size", maxSize, 0, 10_000_000);
			Limits.check("clerk.machine.cache.time-to-live", timeToLive, Duration.ZERO, Duration.ofSeconds(30));
		}

	}

	/**
	 * OAuth access tokens.
	 *
	 * @param audience Comma-separated list of accepted audiences, of which a token must
	 * have at least one.
	 * @param resource URL of the application as its clients see it, which is published in
	 * the metadata of the resource.
	 * @param scopes Comma-separated list of the scopes that clients can request, which is
	 * published in the metadata of the resource.
	 */
	public record OAuth(@DefaultValue List<String> audience, @Nullable String resource,
			@DefaultValue List<String> scopes) {

		public OAuth {
			audience = TextProperty.list("clerk.oauth.audience", audience, TextProperty::any);
			resource = (resource != null) ? UrlProperty.resource("clerk.oauth.resource", resource) : null;
			scopes = TextProperty.list("clerk.oauth.scopes", scopes, TextProperty::scope);
		}

	}

	/**
	 * Key set used to verify tokens.
	 *
	 * @param uri URI of the key set, by default the one of the Backend API if a secret
	 * key is configured and of the Frontend API otherwise.
	 * @param timeToLive Time after which a fetched key set is refreshed.
	 * @param unknownKidInterval Minimum interval between fetches that are caused by
	 * tokens with an unknown key.
	 * @param outageTolerance Maximum time for which an expired key set is used if it
	 * cannot be refreshed.
	 * @param connectTimeout Timeout for establishing a connection.
	 * @param timeout Timeout for a fetch of the key set, including the connection.
	 * @param warmUp Whether to fetch the key set when the application starts.
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
