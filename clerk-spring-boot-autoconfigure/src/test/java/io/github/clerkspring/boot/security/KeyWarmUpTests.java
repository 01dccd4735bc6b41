package io.github.clerkspring.boot.security;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class KeyWarmUpTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final KeySource keys = new KeySource();

	private Executor executor = Runnable::run;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.context.close();
		VirtualTimeScheduler.reset();
	}

	private ReadinessState start(boolean enabled) {
		// Defined last, so that only the dependency decides which listener is first
		this.context.registerBean(KeyWarmUp.class, () -> new KeyWarmUp(() -> this.keys, enabled, this.context,
				this.context.getBean(ApplicationAvailability.class), this.executor));
		this.context.registerBean(ApplicationAvailabilityBean.class);
		this.context.refresh();
		AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
		return readiness();
	}

	private ReadinessState readiness() {
		return this.context.getBean(ApplicationAvailability.class).getReadinessState();
	}

	@Test
	void isReadyWhenKeysAreThere() {
		assertThat(start(true)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		this.keys.arrive.tryEmitEmpty();
		assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(this.keys.attempts).hasValue(1);
	}

	@Test
	void isReadyAtOnceWhenKeysCameFirst() {
		this.keys.arrive.tryEmitEmpty();
		assertThat(start(true)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
	}

	@Test
	void doesNotSubscribeInTheStartingThread() {
		List<Runnable> tasks = new ArrayList<>();
		this.executor = tasks::add;
		this.keys.arrive.tryEmitEmpty();
		assertThat(start(true)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		assertThat(this.keys.attempts).hasValue(0);
		tasks.forEach(Runnable::run);
		assertThat(this.keys.attempts).hasValue(1);
		assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
	}

	@Test
	void doesNotSubscribeAfterTheApplicationStopped() {
		List<Runnable> tasks = new ArrayList<>();
		this.executor = tasks::add;
		start(true);
		this.context.close();
		tasks.forEach(Runnable::run);
		assertThat(this.keys.attempts).hasValue(0);
	}

	@Test
	void isReadyAtOnceWhenKeysNeedNoFetch() {
		this.executor = (task) -> Assertions.fail("Nothing has to be fetched");
		this.keys.ready = true;
		assertThat(start(true)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(this.keys.attempts).hasValue(0);
	}

	@Test
	void triesAgainWithPausesUntilKeysAreThere() {
		this.keys.failing = true;
		assertThat(start(true)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		assertThat(this.keys.attempts).hasValue(1);
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		// Pauses of half a minute, give or take a half of it
		assertThat(this.keys.attempts).hasValueBetween(13, 45);
		assertThat(readiness()).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		this.keys.failing = false;
		this.keys.arrive.tryEmitEmpty();
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
	}

	@Test
	void leavesReadinessAloneOnceItWasWarm() {
		this.keys.arrive.tryEmitEmpty();
		start(true);
		AvailabilityChangeEvent.publish(this.context, ReadinessState.REFUSING_TRAFFIC);
		assertThat(readiness()).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
	}

	@Test
	void stopsWithTheApplication() {
		this.keys.failing = true;
		start(true);
		this.context.close();
		int before = this.keys.attempts.get();
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(this.keys.attempts).hasValue(before);
	}

	@Test
	void doesNothingWhenDisabled() {
		assertThat(start(false)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(this.keys.attempts).hasValue(0);
	}

	@ParameterizedTest
	@MethodSource
	void tellsReasonAndPlaceOnce(Throwable cause, String reason, CapturedOutput output) {
		this.keys.failing = true;
		this.keys.cause = cause;
		start(true);
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(output.getOut().lines().filter((line) -> line.contains("The application is not ready")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("INFO")
			.endsWith("Clerk's keys could not be fetched from the key set of https://keys.example/jwks: "
					+ "jwk-remote-failed-to-load, " + reason + ". Further attempts follow");
		// Other threads of this process may log too
		assertThat(output.getOut().lines()).noneMatch((line) -> line.contains("WARN") && line.contains("KeyWarmUp"));
	}

	static Stream<Arguments> tellsReasonAndPlaceOnce() {
		return Stream.of(
				Arguments.of(request(new UnknownHostException("Failed to resolve 'keys.example'")),
						"UnknownHostException: Failed to resolve 'keys.example'"),
				Arguments.of(request(new SSLHandshakeException("PKIX path building failed")),
						"SSLHandshakeException: PKIX path building failed"),
				Arguments.of(request(new ConnectException("Connection refused: /127.0.0.1:1")),
						"ConnectException: Connection refused: /127.0.0.1:1"),
				Arguments.of(new TimeoutException("Did not observe any item"),
						"no response within 'clerk.jwks.timeout'"),
				Arguments.of(null, "cause not known"));
	}

	private static WebClientRequestException request(Exception cause) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth("planted");
		return new WebClientRequestException(cause, HttpMethod.GET, URI.create("https://planted@keys.example"),
				headers);
	}

	@Test
	void namesTheLastReasonWhenNothingWasTried(CapturedOutput output) {
		this.keys.failing = true;
		this.keys.cause = request(new ConnectException("Connection refused"));
		start(true);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		this.keys.cause = null;
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(output.getOut()).containsOnlyOnce("The application is not ready")
			.contains("ConnectException: Connection refused")
			.doesNotContain("cause not known", "planted");
	}

	@Test
	void stopsBeforeTheKeySourceIsDestroyed() {
		this.keys.failing = true;
		List<Integer> attempts = new ArrayList<>();
		this.context.registerBean("closing", DisposableBean.class, () -> () -> {
			this.time.advanceTimeBy(Duration.ofMinutes(10));
			attempts.add(this.keys.attempts.get());
		});
		start(true);
		int before = this.keys.attempts.get();
		this.context.close();
		assertThat(attempts).containsExactly(before);
	}

	private static final class KeySource implements ClerkKeySource {

		private final AtomicInteger attempts = new AtomicInteger();

		private final Sinks.Empty<Void> arrive = Sinks.empty();

		private boolean failing;

		private boolean ready;

		private @Nullable Throwable cause;

		@Override
		public @Nullable VerificationKey find(@Nullable String keyId) {
			return null;
		}

		@Override
		public Mono<VerificationKey> resolve(@Nullable String keyId) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> warmUp() {
			return Mono.defer(() -> {
				this.attempts.incrementAndGet();
				return (this.failing)
						? Mono.error(new ClerkUnavailableException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
								Duration.ofSeconds(1), this.cause))
						: this.arrive.asMono();
			});
		}

		@Override
		public ClerkKeySetState state() {
			return new ClerkKeySetState(this.ready, false, 0, null, 0, 0, 0, null);
		}

		@Override
		public String toString() {
			return "the key set of https://keys.example/jwks";
		}

	}

}
