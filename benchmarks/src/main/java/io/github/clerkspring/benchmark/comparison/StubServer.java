package io.github.clerkspring.benchmark.comparison;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Answers of the Backend API without any work behind them. Under {@code /slow} they come
 * after 100 ms.
 */
public final class StubServer {

	private static final int PAGE = 100;

	private static final int PAGES = 31;

	private static final Pattern OFFSET = Pattern.compile("offset=([0-9]+)");

	private static final Duration DELAY = Duration.ofMillis(100);

	private static final String API_KEY = """
			{"object":"api_key","id":"ak_0123456789abcdef","type":"api_key","subject":"user_2abcdefghijklmnopqrstuvwxyz",\
			"name":"reports","description":null,"claims":null,"scopes":["read","write"],"created_by":null,\
			"revoked":false,"revocation_reason":null,"expired":false,"expiration":null,"last_used_at":null,\
			"created_at":1,"updated_at":1}""";

	private StubServer() {
	}

	/**
	 * Serve until the standard input ends.
	 * @param args the key set
	 * @throws Exception if the server cannot start
	 */
	public static void main(String[] args) throws Exception {
		ByteBuf keys = buffer(args[0].getBytes(StandardCharsets.UTF_8));
		ByteBuf user = buffer(UserJson.one());
		ByteBuf apiKey = buffer(API_KEY.getBytes(StandardCharsets.UTF_8));
		AtomicLong verifications = new AtomicLong();
		List<ByteBuf> pages = IntStream.range(0, PAGES).mapToObj(StubServer::page).toList();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.get("/v1/jwks", (request, response) -> send(response, keys))
				.get("/v1/users/{id}", (request, response) -> send(response, user))
				.get("/v1/users", (request, response) -> send(response, pages.get(0)))
				.post("/v1/api_keys/verify", (request, response) -> {
					verifications.incrementAndGet();
					return send(response, apiKey);
				})
				.get("/verifications", (request, response) -> response.sendString(Mono.just(verifications.toString())))
				.get("/slow/v1/users/{id}", (request, response) -> later(send(response, user)))
				.get("/slow/v1/users",
						(request, response) -> later(send(response, pages.get(pageNumber(request.uri()))))))
			.bindNow();
		System.out.println(server.port());
		while (System.in.read() >= 0) {
			// The standard input ends with the parent process
			continue;
		}
		server.disposeNow();
		System.exit(0);
	}

	// The last page is empty
	private static ByteBuf page(int number) {
		return buffer(UserJson.list(number * PAGE, (number < PAGES - 1) ? PAGE : 0));
	}

	private static int pageNumber(String uri) {
		Matcher offset = OFFSET.matcher(uri);
		return offset.find() ? Math.min(PAGES - 1, Integer.parseInt(offset.group(1)) / PAGE) : 0;
	}

	private static Publisher<Void> send(HttpServerResponse response, ByteBuf body) {
		return response.header("Content-Type", "application/json").send(Mono.fromSupplier(body::retainedDuplicate));
	}

	private static Publisher<Void> later(Publisher<Void> response) {
		return Mono.delay(DELAY).thenMany(Flux.from(response));
	}

	private static ByteBuf buffer(byte[] bytes) {
		return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
	}

}
