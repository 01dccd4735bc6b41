package io.github.clerkspring.benchmark.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import com.clerk.backend_api.Clerk;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.http.ClerkJsonMapper;

/**
 * Clients, and contenders that keep a number of calls in flight.
 */
final class Calls {

	static final int IN_FLIGHT = 64;

	/**
	 * Netty's client and the JSON mapper, without anything between them.
	 */
	static final String NETTY = "Netty and JSON";

	/**
	 * Spring's client with the types of this project.
	 */
	static final String WEB_CLIENT = "WebClient";

	static final JsonMapper MAPPER = ClerkJsonMapper.create();

	private static final String KEY = "sk_test_benchmark";

	private Calls() {
	}

	static ClerkBackendClient clerk(String url) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(KEY)).apiUrl(url).build();
	}

	static Clerk sdk(String url) {
		return Clerk.builder().bearerAuth(KEY).serverURL(url + "/v1").build();
	}

	static HttpClient netty(String url) {
		return HttpClient.create(ConnectionProvider.create("netty", 200)).compress(true).baseUrl(url + "/v1");
	}

	static WebClient webClient(String url) {
		return WebClient.builder()
			.baseUrl(url + "/v1")
			.defaultHeader("Authorization", "Bearer " + KEY)
			.clientConnector(new ReactorClientHttpConnector(
					HttpClient.create(ConnectionProvider.create("web", 200)).compress(true)))
			.codecs((codecs) -> {
				codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(MAPPER));
				codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024);
			})
			.build();
	}

	static Contender reactive(String name, int operations, Function<Integer, Mono<?>> call) {
		return new Contender(name, operations, () -> {
		}, () -> Flux.range(0, operations).flatMap(call, IN_FLIGHT).blockLast(Duration.ofMinutes(1)));
	}

	static Contender blocking(String name, int operations, Contender.Operation call) {
		ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
		return new Contender(name, operations, () -> {
		}, () -> {
			List<Future<?>> results = new ArrayList<>();
			for (int i = 0; i < operations; i++) {
				int number = i;
				results.add(threads.submit(() -> call.execute(number)));
			}
			for (Future<?> result : results) {
				result.get();
			}
		});
	}

}
