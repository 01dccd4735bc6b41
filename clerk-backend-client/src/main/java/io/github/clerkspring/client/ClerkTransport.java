package io.github.clerkspring.client;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connections to Clerk: a bounded pool, a time limit for connecting, no redirects, and no
 * second attempt by the HTTP client, so that a call is repeated only where the
 * {@link io.github.clerkspring.client.core.RetryPolicy} says so.
 */
public final class ClerkTransport implements AutoCloseable {

	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

	private final ConnectionProvider connections;

	private final HttpClient httpClient;

	private volatile boolean closed;

	/** Create connections within these limits. */
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

	/** Return the HTTP client over these connections. */
	public HttpClient httpClient() {
		return this.httpClient;
	}

	/** Close all connections. Calls that come later fail at once. */
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
	 * @param connectTimeout how long connecting may take
	 * @param maxConnections how many connections there are at most
	 * @param maxPending how many calls may wait for a connection; further ones fail
	 * @param acquireTimeout how long a call may wait for a connection
	 */
	public record Settings(Duration connectTimeout, int maxConnections, int maxPending, Duration acquireTimeout) {

		/**
		 * Two seconds to connect, 200 connections, 10,000 waiting calls for up to 30
		 * seconds.
		 */
		public static final Settings DEFAULT = new Settings(Duration.ofSeconds(2), 200, 10_000, Duration.ofSeconds(30));

	}

}
