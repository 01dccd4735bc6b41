package io.github.clerkspring.security.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Builds a {@link ClerkKeySource} that fetches the keys over HTTP.
 */
public final class RemoteKeySourceBuilder {

	private final URI uri;

	private final @Nullable ClerkSecretKey secretKey;

	private Duration lifetime = Duration.ofMinutes(5);

	private Duration refreshAhead = Duration.ofMinutes(1);

	private Duration staleLimit = Duration.ofHours(1);

	private Duration unknownKeyInterval = Duration.ofSeconds(30);

	private Duration connectTimeout = Duration.ofSeconds(2);

	private Duration timeout = Duration.ofSeconds(5);

	private Clock clock = Clock.systemUTC();

	private @Nullable Supplier<? extends ClientHttpConnector> connector;

	RemoteKeySourceBuilder(URI uri, @Nullable ClerkSecretKey secretKey) {
		Assert.isTrue("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()),
				"A key set is fetched by https or http");
		this.uri = uri;
		this.secretKey = secretKey;
	}

	static RemoteKeySourceBuilder at(URI base, String path, @Nullable ClerkSecretKey secretKey) {
		String text = base.toString();
		String trimmed = (text.endsWith("/")) ? text.substring(0, text.length() - 1) : text;
		return new RemoteKeySourceBuilder(URI.create(trimmed + path), secretKey);
	}

	/**
	 * Set the time after which the keys must be fetched again. Defaults to 5 minutes.
	 * @param lifetime a positive duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder lifetime(Duration lifetime) {
		this.lifetime = lifetime;
		return this;
	}

	/**
	 * Set how long before the end of their lifetime the keys are fetched in the
	 * background. Defaults to one minute.
	 * @param refreshAhead a duration shorter than the lifetime; zero disables fetches in
	 * the background
	 * @return this builder
	 */
	public RemoteKeySourceBuilder refreshAhead(Duration refreshAhead) {
		this.refreshAhead = refreshAhead;
		return this;
	}

	/**
	 * Set how long keys are used beyond their lifetime while they cannot be fetched.
	 * Defaults to one hour.
	 * @param staleLimit a duration; zero does not use them any longer
	 * @return this builder
	 */
	public RemoteKeySourceBuilder staleLimit(Duration staleLimit) {
		this.staleLimit = staleLimit;
		return this;
	}

	/**
	 * Set the minimum interval between fetches that are caused by tokens with unknown
	 * keys. Defaults to 30 seconds.
	 * @param unknownKeyInterval a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder unknownKeyInterval(Duration unknownKeyInterval) {
		this.unknownKeyInterval = unknownKeyInterval;
		return this;
	}

	/**
	 * Set the timeout for establishing a connection. Defaults to 2 seconds. It does not
	 * apply to a connector set with {@link #connector(ClientHttpConnector)}.
	 * @param connectTimeout a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Set the timeout of a fetch, including all attempts. Defaults to 5 seconds.
	 * @param timeout a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder timeout(Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set the clock. Defaults to the system clock, with which ages and intervals are
	 * measured in monotonic time. Backward steps of another clock are ignored.
	 * @param clock the clock
	 * @return this builder
	 */
	public RemoteKeySourceBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set the connector, for example for a proxy or for other certificates. It must not
	 * follow redirects.
	 * @param connector the connector
	 * @return this builder
	 */
	public RemoteKeySourceBuilder connector(ClientHttpConnector connector) {
		return connector(() -> connector);
	}

	/**
	 * Set the supplier of the connector, which is called once, before the first fetch.
	 * @param connector the supplier of a connector that does not follow redirects
	 * @return this builder
	 */
	public RemoteKeySourceBuilder connector(Supplier<? extends ClientHttpConnector> connector) {
		this.connector = connector;
		return this;
	}

	/**
	 * Build the source. Nothing is fetched yet.
	 * @return a source without keys
	 */
	public ClerkKeySource build() {
		SingletonSupplier<HttpKeySetLoader> loader = SingletonSupplier.of(loader());
		return new RemoteKeySource(
				new KeySetPolicy(this.lifetime, this.refreshAhead, this.staleLimit, this.unknownKeyInterval),
				() -> loader.obtain().load(), ElapsedTime.of(this.clock), KeyFetchFailure.place(this.uri));
	}

	// The HTTP client is not created before the first fetch, since this takes much of the
	// time of the start of an application. Later changes of the builder have no effect
	private Supplier<HttpKeySetLoader> loader() {
		Duration connectTimeout = this.connectTimeout;
		Supplier<? extends ClientHttpConnector> connector = (this.connector != null) ? this.connector
				: () -> defaultConnector(connectTimeout);
		Duration timeout = this.timeout;
		Clock clock = this.clock;
		return () -> new HttpKeySetLoader(connector.get(), this.uri, this.secretKey, timeout, clock);
	}

	private static ClientHttpConnector defaultConnector(Duration connectTimeout) {
		// A connection every few minutes does not justify a pool, which has to be closed
		return new ReactorClientHttpConnector(HttpClient.newConnection()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
			.followRedirect(false)
			.compress(false));
	}

}
