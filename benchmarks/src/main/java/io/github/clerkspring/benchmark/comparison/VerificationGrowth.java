package io.github.clerkspring.benchmark.comparison;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.net.httpserver.HttpServer;

import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkJwtDecoder;

/**
 * Verification with key sets of different sizes, and with different numbers of tokens in
 * the cache. A response with 1,000 keys is longer than the accepted 256 KB.
 */
final class VerificationGrowth implements Row {

	private static final int[] KEYS = { 10, 100, 600 };

	private static final int[] TOKENS = { 1_000, 10_000, 100_000 };

	private static final int OPERATIONS = 1_000;

	private static final int REPETITIONS = 20_000;

	/**
	 * Step between the tokens of two operations, so that their order is not that in
	 * memory.
	 */
	private static final int STEP = 7_919;

	private final Tokens tokens;

	VerificationGrowth(Tokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public String work() {
		return "verification: first with 10 / 100 / 600 keys, again with 1,000 / 10,000 / 100,000 live tokens";
	}

	@Override
	public Result measure(Duration time) throws Exception {
		List<String> minted = this.tokens.mint(TOKENS[TOKENS.length - 1]);
		List<Contender> contenders = new ArrayList<>();
		for (int keys : KEYS) {
			contenders.add(first(keys, minted));
		}
		for (int live : TOKENS) {
			contenders.add(again(live, minted));
		}
		Costs costs = Slices.measure(contenders, time);
		return new Result(costs.describe(), List.of(flat(costs, first(KEYS[0]), first(KEYS[2]), 1.1),
				flat(costs, again(TOKENS[0]), again(TOKENS[2]), 2)));
	}

	private static String first(int keys) {
		return "%,d keys".formatted(keys);
	}

	private static String again(int live) {
		return "%,d tokens".formatted(live);
	}

	// Without a cache, so that each verification is the first
	private Contender first(int keys, List<String> minted) throws Exception {
		ClerkJwtDecoder decoder = this.tokens.decoder(fetch(this.tokens.keySet(keys)), 0);
		return Contender.of(first(keys), OPERATIONS, (number) -> decoder.decode(minted.get(number)));
	}

	private Contender again(int live, List<String> minted) {
		ClerkJwtDecoder decoder = this.tokens.decoder(ClerkKeySource.ofPublicKey(this.tokens.pem()), live);
		minted.subList(0, live).forEach(decoder::decode);
		long[] uses = new long[1];
		return Contender.of(again(live), REPETITIONS,
				(number) -> decoder.decode(minted.get((int) (uses[0]++ * STEP % live))));
	}

	private static ClerkKeySource fetch(String keySet) throws Exception {
		byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		ClerkKeySource keys = ClerkKeySource.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
			.build();
		keys.warmUp().block();
		server.stop(0);
		return keys;
	}

	private static Result.Check flat(Costs costs, String fewest, String most, double limit) {
		double ratio = costs.of(most).nanos() / costs.of(fewest).nanos();
		return new Result.Check(String.format(Locale.ROOT, "%s ≤ %.2f × %s", most, limit, fewest),
				String.format(Locale.ROOT, "%.2f ×", ratio), ratio <= limit);
	}

}
