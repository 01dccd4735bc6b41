package io.github.clerkspring.sample.shared;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import reactor.netty.http.client.HttpClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Dependencies that the starter adds to an application.
 */
class DependencyTests {

	@Test
	void reactorNettyComesWithoutNativeLibraries() throws IOException {
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/native/*"))
			.noneMatch((library) -> String.valueOf(library.getFilename()).contains("netty"));
	}

	@Test
	void reactorNettyConnectsByHttpsAllTheSame() {
		// Reactor Netty loads classes of QUIC for every connection by https
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> HttpClient.newConnection()
				.get()
				.uri("https://127.0.0.1:1/")
				.response()
				.block(Duration.ofSeconds(10)))
			.withCauseInstanceOf(ConnectException.class);
	}

}
