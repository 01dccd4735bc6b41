package io.github.clerkspring.security.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.machine.CreateM2mTokenRequest;
import io.github.clerkspring.client.machine.M2mToken;
import io.github.clerkspring.client.machine.M2mTokenOperations;
import io.github.clerkspring.client.machine.M2mTokenQuery;

/**
 * Operations whose creations are answered by a test.
 */
final class StubM2mTokens implements M2mTokenOperations {

	private final Deque<Supplier<Mono<M2mToken>>> answers = new ArrayDeque<>();

	private final AtomicInteger creations = new AtomicInteger();

	private final Clock clock;

	StubM2mTokens(Clock clock) {
		this.clock = clock;
	}

	/** Answers the next creation; without an answer, each creation returns a token. */
	StubM2mTokens next(Supplier<Mono<M2mToken>> answer) {
		this.answers.add(answer);
		return this;
	}

	int creations() {
		return this.creations.get();
	}

	M2mToken token(String value, Duration lifetime) {
		return response(new Secret(value), this.clock.instant().plus(lifetime));
	}

	static M2mToken response(Secret value, Instant expiration) {
		return new M2mToken("mt_1", "mch_1", Map.of(), List.of(), value, false, null, false, expiration, null,
				Instant.EPOCH, Instant.EPOCH);
	}

	@Override
	public Mono<M2mToken> create(CreateM2mTokenRequest request) {
		int number = this.creations.incrementAndGet();
		Supplier<Mono<M2mToken>> answer = this.answers.poll();
		return (answer != null) ? answer.get() : Mono.just(token("mt_token" + number, Duration.ofHours(1)));
	}

	@Override
	public Mono<Page<M2mToken>> list(M2mTokenQuery query) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<M2mToken> verify(String token) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<M2mToken> revoke(String m2mTokenId, String revocationReason) {
		throw new UnsupportedOperationException();
	}

}
