package io.github.clerkspring.security.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
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

	private @Nullable ClientHttpConnector connector;

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
	 * Set how long keys are used before they must be fetched again. Defaults to 5
	 * minutes.
	 * @param lifetime a positive duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder lifetime(Duration lifetime) {
		this.lifetime = lifetime;
		return this;
	}

	/**
	 * Set how long before the end of their life keys are fetched in the background.
	 * Defaults to a minute.
	 * @param refreshAhead a duration shorter than the life of keys; zero fetches only
	 * when the life is over
	 * @return this builder
	 */
	public RemoteKeySourceBuilder refreshAhead(Duration refreshAhead) {
		this.refreshAhead = refreshAhead;
		return this;
	}

	/**
	 * Set how long keys are used beyond their life while they cannot be fetched. Defaults
	 * to an hour.
	 * @param staleLimit a duration; zero uses them no longer
	 * @return this builder
	 */
	public RemoteKeySourceBuilder staleLimit(Duration staleLimit) {
		this.staleLimit = staleLimit;
		return this;
	}

	/**
	 * Set the pause between two fetches that tokens with unknown keys cause. Defaults to
	 * 30 seconds.
	 * @param unknownKeyInterval a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder unknownKeyInterval(Duration unknownKeyInterval) {
		this.unknownKeyInterval = unknownKeyInterval;
		return this;
	}

	/**
	 * Set how long to wait for a connection. Defaults to 2 seconds. It does not apply to
	 * a connector set with {@link #connector(ClientHttpConnector)}.
	 * @param connectTimeout a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Set how long a fetch may take, with all its attempts. Defaults to 5 seconds.
	 * @param timeout a duration
	 * @return this builder
	 */
	public RemoteKeySourceBuilder timeout(Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set the clock. Defaults to that of the system. Ages of keys and pauses are measured
	 * with monotonic time as long as the clock is that of the system; of another clock,
	 * steps back are ignored.
	 * @param clock the clock
	 * @return this builder
	 */
	public RemoteKeySourceBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set what makes connections, for a proxy or for other certificates. It must not
	 * follow redirects.
	 * @param connector the connector
	 * @return this builder
	 */
	public RemoteKeySourceBuilder connector(ClientHttpConnector connector) {
		this.connector = connector;
		return this;
	}

	/**
	 * Build the source. Nothing is fetched yet.
	 * @return a source with no keys
	 */
	public ClerkKeySource build() {
		ClientHttpConnector connector = (this.connector != null) ? this.connector : defaultConnector();
		HttpKeySetLoader loader = new HttpKeySetLoader(connector, this.uri, this.secretKey, this.timeout, this.clock);
		return new RemoteKeySource(
				new KeySetPolicy(this.lifetime, this.refreshAhead, this.staleLimit, this.unknownKeyInterval),
				loader::load, ElapsedTime.of(this.clock), HttpKeySetLoader.place(this.uri));
	}

	private ClientHttpConnector defaultConnector() {
		// A connection every few minutes is not worth a pool that somebody has to close
		return new ReactorClientHttpConnector(HttpClient.newConnection()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(this.connectTimeout.toMillis()))
			.followRedirect(false)
			.compress(false));
	}

}
