package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.netty.Connection;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A timeout of an attempt cancels what is in progress.
 */
class AttemptTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final DataBuffer part = DefaultDataBufferFactory.sharedInstance.wrap(new byte[1]);

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final TestPublisher<ClientHttpResponse> response = TestPublisher.create();

	private final TestPublisher<DataBuffer> body = TestPublisher.create();

	AttemptTests() {
		this.channel.freezeTime();
	}

	@Test
	void timeoutCancelsTheResponse() {
		StepVerifier.create(attempt()).then(this::expire).expectError(ResponseTimeoutException.class).verify(LIMIT);
		this.response.assertCancelled();
	}

	@Test
	void doesNotExpireBeforeTheLimit() {
		StepVerifier.create(attempt())
			.then(() -> advance(2_999))
			.then(() -> this.response.emit(response(HttpStatus.OK)))
			.then(() -> this.body.emit(this.part))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(isStopped()).isTrue();
	}

	@Test
	void timeoutCancelsTheBodyOfAnOperation() {
		StepVerifier.create(attempt())
			.then(() -> this.response.emit(response(HttpStatus.OK)))
			.then(() -> this.body.next(this.part))
			.then(this::expire)
			.expectError(ResponseTimeoutException.class)
			.verify(LIMIT);
		this.body.assertCancelled();
	}

	@Test
	void failureStopsTheTimer() {
		StepVerifier.create(attempt())
			.then(() -> this.response.error(new IllegalStateException()))
			.expectError(IllegalStateException.class)
			.verify(LIMIT);
		assertThat(isStopped()).isTrue();
	}

	@Test
	void absentResponseStopsTheTimer() {
		StepVerifier.create(attempt()).then(this.response::complete).expectComplete().verify(LIMIT);
		assertThat(isStopped()).isTrue();
	}

	@Test
	void cancellationStopsTheTimerAndReachesTheResponse() {
		StepVerifier.create(attempt()).thenCancel().verify(LIMIT);
		this.response.assertCancelled();
		assertThat(isStopped()).isTrue();
	}

	@Test
	void timeoutCancelsAStreamedBody() {
		StepVerifier.create(streamed())
			.then(() -> this.body.next(this.part))
			.expectNext(this.part)
			.then(this::expire)
			.expectError(ResponseTimeoutException.class)
			.verify(LIMIT);
		this.body.assertCancelled();
	}

	@Test
	void timeoutAppliesToABodyThatIsReadLater() {
		ClientHttpResponse refused = refused().block(LIMIT);
		expire();
		StepVerifier.create((refused != null) ? refused.getBody() : Flux.empty())
			.expectError(ResponseTimeoutException.class)
			.verify(LIMIT);
		this.body.assertCancelled();
	}

	@Test
	void completeBodyStopsTheTimer() {
		StepVerifier.create(streamed()).then(() -> {
			assertThat(isStopped()).isFalse();
			this.body.emit(this.part);
		}).expectNext(this.part).expectComplete().verify(LIMIT);
		assertThat(isStopped()).isTrue();
	}

	@Test
	void cancellationReachesAStreamedBody() {
		StepVerifier.create(streamed())
			.then(() -> this.body.next(this.part))
			.expectNext(this.part)
			.thenCancel()
			.verify(LIMIT);
		this.body.assertCancelled();
		assertThat(isStopped()).isTrue();
	}

	/** An attempt of an operation. */
	private Mono<ClientHttpResponse> attempt() {
		return attempt(this.response.mono());
	}

	private Flux<DataBuffer> streamed() {
		return refused().flatMapMany(ClientHttpResponse::getBody);
	}

	/** The response to an operation that is refused, whose body is a stream. */
	private Mono<ClientHttpResponse> refused() {
		return attempt(Mono.fromSupplier(() -> response(HttpStatus.NOT_FOUND)));
	}

	private Mono<ClientHttpResponse> attempt(Mono<ClientHttpResponse> response) {
		return new MonoOperator<>(response) {

			@Override
			public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
				Attempt attempt = new Attempt(actual, Duration.ofSeconds(3), 1_000);
				this.source.doOnSubscribe((subscription) -> attempt.begin(request()))
					.flatMap(attempt::receive)
					.subscribe(attempt);
			}

		};
	}

	private ClientHttpRequest request() {
		MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, "/") {

			@Override
			@SuppressWarnings("unchecked")
			public <T> T getNativeRequest() {
				return (T) Connection.from(AttemptTests.this.channel);
			}

		};
		request.getAttributes().put(OperationAttributes.OPERATION, "users.get");
		return request;
	}

	private ClientHttpResponse response(HttpStatus status) {
		MockClientHttpResponse response = new MockClientHttpResponse(status);
		response.setBody(this.body.flux());
		return response;
	}

	private void expire() {
		advance(3_000);
	}

	private void advance(long millis) {
		this.channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
		this.channel.runScheduledPendingTasks();
	}

	private boolean isStopped() {
		return this.channel.runScheduledPendingTasks() < 0;
	}

}
