package io.github.clerkspring.boot.outbound;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.StartUpFailures;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.outbound.example.ProviderExample;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.security.outbound.MachineTokenFilter;
import io.github.clerkspring.security.outbound.MachineTokenInterceptor;
import io.github.clerkspring.security.outbound.MachineTokenProvider;
import io.github.clerkspring.security.outbound.MachineTokenUnavailableException;
import io.github.clerkspring.security.outbound.RelayHosts;
import io.github.clerkspring.security.outbound.TokenRelayFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClerkMachineTokenAutoConfiguration} and
 * {@link ClerkTokenRelayAutoConfiguration}.
 */
class OutboundAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final RecordingService service = new RecordingService();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();

	private Level level;

	private String machineKey;

	private ApplicationContextRunner runner;

	@BeforeEach
	void seed() {
		this.machineKey = (String) this.clerk.call("POST", "/machines", Map.of("name", "Caller")).get("secret_key");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
					ClerkMachineTokenAutoConfiguration.class, ClerkTokenRelayAutoConfiguration.class))
			.withPropertyValues("clerk.secret-key=" + this.clerk.secretKey(), "clerk.api-url=" + this.clerk.baseUrl());
	}

	@BeforeEach
	void recordLog() {
		this.level = this.root.getLevel();
		this.root.iteratorForAppenders().forEachRemaining(this.appenders::add);
		this.appenders.forEach(this.root::detachAppender);
		this.root.setLevel(Level.TRACE);
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void close() {
		this.root.detachAppender(this.log);
		this.root.setLevel(this.level);
		this.appenders.forEach(this.root::addAppender);
		this.service.close();
		this.clerk.close();
	}

	@Test
	void nothingIsRequiredUntilTokensAreUsed() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MachineTokenProvider.class));
		assertThat(this.clerk.requests()).isEmpty();
	}

	@Test
	void missingMachineKeyIsReported() {
		this.runner.withBean(MachineTokenUser.class).run((context) -> {
			FailureAnalysis analysis = StartUpFailures.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).startsWith("clerk.machine-secret-key: ");
			assertThat(analysis.getAction()).contains("CLERK_MACHINE_SECRET_KEY");
		});
	}

	@Test
	void missingHostsAreReported() {
		this.runner.withBean(RelayUser.class).run((context) -> {
			FailureAnalysis analysis = StartUpFailures.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).startsWith("clerk.relay.hosts: ");
			assertThat(analysis.getAction()).contains("orders.example.com");
		});
	}

	@Test
	void groupWithBothTokensIsReported() {
		this.runner
			.withPropertyValues("clerk.machine.tokens.groups=billing, orders", "clerk.relay.groups=orders, profiles",
					"clerk.relay.hosts=orders.example.com")
			.run((context) -> {
				FailureAnalysis analysis = StartUpFailures.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).startsWith("clerk.relay.groups: ").contains("'orders'");
				assertThat(analysis.getAction()).contains("Remove the group");
			});
	}

	@Test
	void beansOfTheApplicationReplaceOurs() {
		withKey().withUserConfiguration(ProviderExample.class)
			.withBean(RelayHosts.class, () -> RelayHosts.of("orders.example.com"))
			.run((context) -> {
				assertThat(context).hasSingleBean(MachineTokenProvider.class).hasBean("machineTokens");
				assertThat(context).hasSingleBean(RelayHosts.class);
				assertThat(context.getBean(TokenRelayFilter.class)).isNotNull();
			});
	}

	@Test
	void formatAndLifetimeOfTokensAreConfigured() {
		withKey().withPropertyValues("clerk.machine.tokens.format=jwt", "clerk.machine.tokens.time-to-live=5m")
			.run((context) -> {
				String token = context.getBean(MachineTokenProvider.class).token().block(LIMIT).value();
				assertThat(token.split("\\.")).hasSize(3);
				assertThat(this.clerk.requests().get(0).body()).contains("\"seconds_until_expiration\":300",
						"\"token_format\":\"jwt\"");
			});
	}

	@Test
	void processesShareOpaqueToken() {
		String[] tokens = new String[2];
		for (int i = 0; i < 2; i++) {
			int process = i;
			withKey().run((context) -> tokens[process] = context.getBean(MachineTokenProvider.class)
				.token()
				.block(LIMIT)
				.value());
		}
		assertThat(tokens[0]).startsWith("mt_").isEqualTo(tokens[1]);
	}

	@Test
	void outageOfClerkCausesOneCallForAllRequests() {
		this.clerk.failNext(Fault.status(500).times(100).on("POST /m2m_tokens"));
		withKey().run((context) -> {
			MachineTokenProvider tokens = context.getBean(MachineTokenProvider.class);
			StepVerifier
				.create(Flux.range(0, 200)
					.flatMap((caller) -> tokens.token()
						.map(Secret::value)
						.onErrorResume(MachineTokenUnavailableException.class,
								(ex) -> Mono.just(ex.getClass().getSimpleName())),
							200)
					.distinct())
				.expectNext("MachineTokenUnavailableException")
				.expectComplete()
				.verify(LIMIT);
			assertThat(this.clerk.requests()).hasSize(1);
			assertThat(text()).contains("WARN Could not create a machine-to-machine token: m2mTokens.create: 500");
		});
	}

	@Test
	void tokenInUnreadableResponseIsNotLogged() {
		this.clerk.failNext(Fault.truncatedBody().times(1).on("POST /m2m_tokens"));
		StringWriter trace = new StringWriter();
		withKey().run((context) -> StepVerifier.create(context.getBean(MachineTokenProvider.class).token())
			.consumeErrorWith((ex) -> ex.printStackTrace(new PrintWriter(trace)))
			.verify(LIMIT));
		assertThat(trace.toString()).contains("MachineTokenUnavailableException");
		withKey().run((context) -> {
			// The token of the unreadable response, as opaque tokens are reused
			String token = context.getBean(MachineTokenProvider.class).token().block(LIMIT).value();
			assertThat(trace.toString() + text()).contains("WARN").doesNotContain(token, this.machineKey);
		});
	}

	@Test
	void tokensAndKeysAreNotLogged() {
		withKey().run((context) -> {
			WebClient.builder()
				.filter(context.getBean(MachineTokenFilter.class))
				.build()
				.get()
				.uri(this.service.url())
				.retrieve()
				.toBodilessEntity()
				.block(LIMIT);
			RestClient.builder()
				.requestInterceptor(context.getBean(MachineTokenInterceptor.class))
				.build()
				.get()
				.uri(this.service.url())
				.retrieve()
				.toBodilessEntity();
			String token = context.getBean(MachineTokenProvider.class).token().block(LIMIT).value();
			assertThat(this.service.take()).containsExactly("/ Bearer " + token, "/ Bearer " + token);
			assertThat(text()).contains("TRACE", "HTTP GET").doesNotContain(token).doesNotContain(this.machineKey);
		});
	}

	private ApplicationContextRunner withKey() {
		return this.runner.withPropertyValues("clerk.machine-secret-key=" + this.machineKey);
	}

	private String text() {
		return List.copyOf(this.log.list)
			.stream()
			.map((event) -> event.getLevel() + " " + event.getFormattedMessage())
			.collect(Collectors.joining("\n"));
	}

	static class MachineTokenUser {

		MachineTokenUser(MachineTokenFilter filter) {
		}

	}

	static class RelayUser {

		RelayUser(TokenRelayFilter filter) {
		}

	}

}
