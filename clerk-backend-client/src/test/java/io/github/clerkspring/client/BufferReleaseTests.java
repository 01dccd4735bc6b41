package io.github.clerkspring.client;

import java.time.Duration;
import java.util.Random;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Netty's buffers are released after each outcome of a call. The allocator of the
 * connections counts every byte, and so finds each buffer that leak detection could find.
 */
class BufferReleaseTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int CALLS = 600;

	private static final byte[] PART = " ".repeat(20_000).getBytes();

	private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.route((routes) -> routes
			.get("/v1/users/whole",
					(request, response) -> response.header("Content-Type", "application/json")
						.send(Flux.just(part(), part(), text("{\"id\":\"user_1\"}"))))
			.get("/v1/users/broken",
					(request, response) -> response.header("Content-Type", "application/json")
						.send(Flux.<ByteBuf>just(part(), part())
							.concatWith(Mono.error(new IllegalStateException("broken")))))
			.get("/v1/users/endless",
					(request, response) -> response.header("Content-Type", "application/json")
						.send(Flux.<ByteBuf>just(part(), part()).concatWith(Mono.never())))
			.get("/v1/users/refused",
					(request, response) -> response.status(422)
						.header("Content-Type", "application/json")
						.send(Flux.just(part(), part()))))
		.bindNow();

	private final ClerkTransport transport = new ClerkTransport(ClerkTransport.Settings.DEFAULT);

	@AfterEach
	void close() {
		this.transport.close();
		this.server.disposeNow();
	}

	@Test
	void releasesBuffersOfCompletedFailedAndCancelledCalls() {
		try (ClerkBackendClient clerk = client(1_000_000); ClerkBackendClient strict = client(30_000)) {
			Random random = new Random(1);
			Flux.range(0, CALLS).flatMap((number) -> {
				Duration wait = Duration.ofMillis(random.nextInt(40));
				return switch (number % 6) {
					case 0 -> ignoringErrors(clerk, "whole");
					case 1 -> ignoringErrors(clerk, "broken");
					case 2 -> ignoringErrors(clerk, "refused");
					case 3 -> ignoringErrors(strict, "whole");
					case 4 -> ignoringErrors(clerk, "whole").takeUntilOther(Mono.delay(wait));
					default -> ignoringErrors(clerk, "endless").takeUntilOther(Mono.delay(wait));
				};
			}, 64).then(ignoringErrors(clerk, "endless")).block(LIMIT);
			assertThat(clerk.users().get("whole").block(LIMIT).id()).isEqualTo("user_1");
		}
		this.transport.close();
		Flux.interval(Duration.ofMillis(10)).filter((tick) -> used() == 0).blockFirst(LIMIT);
		assertThat(used()).isZero();
	}

	private ClerkBackendClient client(int maxInMemorySize) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_buffers"))
			.apiUrl("http://127.0.0.1:" + this.server.port())
			.httpClient(this.transport.httpClient().option(ChannelOption.ALLOCATOR, this.allocator))
			.maxInMemorySize(maxInMemorySize)
			.responseTimeout(Duration.ofSeconds(2))
			.retryPolicy(new RetryPolicy(1, Duration.ZERO, Duration.ZERO))
			.build();
	}

	private static Mono<?> ignoringErrors(ClerkBackendClient clerk, String id) {
		return clerk.users().get(id).onErrorComplete();
	}

	private long used() {
		return this.allocator.metric().usedHeapMemory() + this.allocator.metric().usedDirectMemory();
	}

	private static ByteBuf part() {
		return Unpooled.wrappedBuffer(PART);
	}

	private static ByteBuf text(String text) {
		return Unpooled.wrappedBuffer(text.getBytes());
	}

}
