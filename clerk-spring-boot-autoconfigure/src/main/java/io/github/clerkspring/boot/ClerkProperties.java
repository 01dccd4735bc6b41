package io.github.clerkspring.boot;

import java.net.URI;
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
 * @param client Client of the Backend API.
 * @param session Session tokens.
 * @param jwks Key set that verifies tokens.
 * @param webhook Webhooks.
 */
@ConfigurationProperties("clerk")
public record ClerkProperties(@DefaultValue("true") boolean enabled, @Nullable Secret secretKey,
		@Nullable String publishableKey, @Nullable String jwtKey, @Nullable Secret machineSecretKey,
		@DefaultValue("https://api.clerk.com") String apiUrl, @DefaultValue Client client,
		@DefaultValue Session session, @DefaultValue Jwks jwks, @DefaultValue Webhook webhook) {

	/**
	 * Client of the Backend API.
	 *
	 * @param apiVersion Version of the API that is asked for. The types of the client are
	 * made for its default.
	 * @param connectTimeout How long connecting may take.
	 * @param responseTimeout How long Clerk may take to answer.
	 * @param maxInMemorySize Largest answer that is read.
	 * @param pool Connections to Clerk.
	 * @param retry Repetition of calls.
	 */
	public record Client(@DefaultValue("2026-05-12") String apiVersion, @DefaultValue("2s") Duration connectTimeout,
			@DefaultValue("10s") Duration responseTimeout, @DefaultValue("8MB") DataSize maxInMemorySize,
			@DefaultValue Pool pool, @DefaultValue Retry retry) {

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

	}

	/**
	 * Repetition of calls.
	 *
	 * @param maxAttempts Maximum number of attempts, the first included.
	 * @param maxElapsed How long after its beginning a call may still be repeated.
	 * @param maxRetryAfter Longest wait that Clerk may ask for. A call that is to wait
	 * longer fails at once.
	 */
	public record Retry(@DefaultValue("3") int maxAttempts, @DefaultValue("30s") Duration maxElapsed,
			@DefaultValue("10s") Duration maxRetryAfter) {

	}

	/**
	 * Session tokens.
	 *
	 * @param issuer Comma-separated list of issuers whose tokens are accepted. By default
	 * the one that the publishable key tells.
	 * @param authorizedParties Comma-separated list of origins whose tokens are accepted.
	 * If empty, every origin's are.
	 * @param allowMissingAzp Whether tokens without an authorized party are accepted
	 * although authorized parties are set.
	 * @param audience Comma-separated list of audiences, one of which a token with an
	 * audience must have.
	 * @param clockSkew How far the clocks of Clerk and of this application may differ.
	 * @param acceptPending Whether sessions are accepted whose tasks are still pending.
	 * @param lenientPaths Comma-separated list of path patterns on which a bad token
	 * means an anonymous request instead of a refusal.
	 * @param cookie Session cookie.
	 * @param cache Memory of verified tokens.
	 */
	public record Session(@DefaultValue List<String> issuer, @DefaultValue List<String> authorizedParties,
			boolean allowMissingAzp, @DefaultValue List<String> audience, @DefaultValue("5s") Duration clockSkew,
			boolean acceptPending, @DefaultValue List<String> lenientPaths, @DefaultValue Cookie cookie,
			@DefaultValue Cache cache) {

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
	 * Memory of verified tokens.
	 *
	 * @param maxSize Maximum number of tokens that are remembered. Zero remembers none.
	 * @param timeToLive How long a token is remembered at most.
	 */
	public record Cache(@DefaultValue("10000") int maxSize, @DefaultValue("1m") Duration timeToLive) {

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
	public record Jwks(@Nullable URI uri, @DefaultValue("5m") Duration timeToLive,
			@DefaultValue("30s") Duration unknownKidInterval, @DefaultValue("1h") Duration outageTolerance,
			@DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration timeout,
			@DefaultValue("true") boolean warmUp) {

	}

	/**
	 * Webhooks.
	 *
	 * @param signingSecrets Comma-separated list of signing secrets, any of which is
	 * accepted. Several while one replaces another.
	 * @param signingSecret Signing secret, in addition to the list.
	 * @param path Path that webhooks are received on, below the context path.
	 * @param maxBodySize Largest body that is read.
	 * @param timeLimit How long listeners may take until the response is 503. Clerk waits
	 * for 15 seconds.
	 * @param maxConcurrency Maximum number of webhooks that are handled at the same time
	 * on the servlet stack. Further ones wait.
	 * @param instanceId Instance of Clerk that all events must belong to. By default any
	 * whose signing secret is known.
	 * @param mode Whether listeners are called before the response, or later by a worker.
	 * @param inbox Where deliveries are remembered, so that each is handled once.
	 * @param retention How long deliveries are remembered. More than the five days within
	 * which Clerk may repeat them.
	 * @param memory Inbox in memory.
	 * @param worker Worker that handles accepted webhooks.
	 */
	public record Webhook(@DefaultValue List<Secret> signingSecrets, @Nullable Secret signingSecret,
			@DefaultValue("/webhooks/clerk") String path, @DefaultValue("1MB") DataSize maxBodySize,
			@DefaultValue("10s") Duration timeLimit, @DefaultValue("50") int maxConcurrency,
			@Nullable String instanceId, @DefaultValue("direct") WebhookMode mode,
			@DefaultValue("memory") WebhookInbox inbox, @DefaultValue("7d") Duration retention,
			@DefaultValue WebhookMemory memory, @DefaultValue WebhookWorker worker) {

	}

	/**
	 * When listeners are called.
	 */
	public enum WebhookMode {

		/**
		 * Before the response, so that Clerk repeats what failed.
		 */
		DIRECT,

		/**
		 * After the response, by a worker that repeats what failed.
		 */
		ACCEPT_THEN_PROCESS

	}

	/**
	 * Where deliveries are remembered.
	 */
	public enum WebhookInbox {

		/**
		 * In the memory of the process.
		 */
		MEMORY,

		/**
		 * In a table.
		 */
		JDBC

	}

	/**
	 * Inbox in memory.
	 *
	 * @param maxSize Maximum number of deliveries that are remembered.
	 */
	public record WebhookMemory(@DefaultValue("10000") int maxSize) {

	}

	/**
	 * Worker that handles accepted webhooks.
	 *
	 * @param concurrency Maximum number of webhooks that are handled at the same time.
	 * @param pollInterval How often the worker looks for webhooks that another process
	 * accepted, or that are due again.
	 * @param maxAttempts How often a webhook is tried until it becomes a dead letter.
	 * @param initialBackoff Wait after the first attempt, doubled after each further one.
	 * @param maxBackoff Longest wait between attempts.
	 */
	public record WebhookWorker(@DefaultValue("4") int concurrency, @DefaultValue("1s") Duration pollInterval,
			@DefaultValue("12") int maxAttempts, @DefaultValue("5s") Duration initialBackoff,
			@DefaultValue("1h") Duration maxBackoff) {

	}

}
