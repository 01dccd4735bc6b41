package io.github.clerkspring.client;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connections to Clerk: a bounded pool with a connect timeout. Redirects and the retries
 * of the HTTP client are disabled, so that the
 * {@link io.github.clerkspring.client.core.RetryPolicy} alone controls retries.
 */
public final class ClerkTransport implements AutoCloseable {

	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

	private final ConnectionProvider connections;

	private final HttpClient httpClient;

	private volatile boolean closed;

	/** Create connections with these limits. */
	public ClerkTransport(Settings settings) {
		this.connections = ConnectionProvider.builder("clerk")
			.maxConnections(settings.maxConnections())
			.pendingAcquireMaxCount(settings.maxPending())
			.pendingAcquireTimeout(settings.acquireTimeout())
			.maxIdleTime(MAX_IDLE_TIME)
			.build();
		this.httpClient = HttpClient.create(this.connections)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(settings.connectTimeout().toMillis()))
			.followRedirect(false)
			.disableRetry(true)
			.compress(true)
			.mapConnect(this::refuseIfClosed);
	}

	/** Return the HTTP client that uses these connections. */
	public HttpClient httpClient() {
		return this.httpClient;
	}

	/** Close all connections. Subsequent calls fail immediately. */
	@Override
	public void close() {
		this.closed = true;
		this.connections.dispose();
	}

	private Mono<? extends Connection> refuseIfClosed(Mono<? extends Connection> connect) {
		return Mono.defer(() -> this.closed
				? Mono.error(new IllegalStateException("The connections to Clerk are closed (ClerkTransport)"))
				: connect);
	}

	/**
	 * Limits of the connections.
	 *
	 * @param connectTimeout the time limit for connecting
	 * @param maxConnections the maximum number of connections
	 * @param maxPending the maximum number of calls that wait for a connection; further
	 * calls fail
	 * @param acquireTimeout the maximum time that a call waits for a connection
	 */
	public record Settings(Duration connectTimeout, int maxConnections, int maxPending, Duration acquireTimeout) {

		/**
		 * Connect timeout of 2 seconds, 200 connections, and up to 10,000 calls that wait
		 * at most 30 seconds.
		 */
		public static final Settings DEFAULT = new Settings(Duration.ofSeconds(2), 200, 10_000, Duration.ofSeconds(30));

	}

}
