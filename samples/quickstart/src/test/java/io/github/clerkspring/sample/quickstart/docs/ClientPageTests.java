package io.github.clerkspring.sample.quickstart.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.boot.client.ClerkBackendClientCustomizer;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/client.md.
 */
@SpringBootTest(properties = "partner.clerk.secret-key=sk_test_partner0123456789")
@AutoConfigureClerkEmulator
@Import(ClientPageTests.Beans.class)
class ClientPageTests {

	private final List<String> exported = new ArrayList<>();

	@Autowired
	private ClerkEmulator emulator;

	@Autowired
	private ClerkBackendClient clerk;

	@Autowired
	private Partners partners;

	@Test
	void callsOperationWithoutMethod() {
		String id = "thing_1";
		ClerkBackendClient clerk = this.clerk;
		Mono<Map<String, Object>> answer = clerk.webClient()
			.get()
			.uri("/new_things/{id}", id)
			.retrieve()
			.bodyToMono(new ParameterizedTypeReference<>() {
			});
		StepVerifier.create(answer).expectError(ClerkApiException.NotFound.class).verify(Duration.ofSeconds(20));
		assertThat(this.emulator.requests()).singleElement()
			.satisfies((request) -> assertThat(request.path()).isEqualTo("/v1/new_things/thing_1"));
	}

	@Test
	void adjustsTheClient() {
		String userId = this.emulator.users().create("ada@example.com");
		this.emulator.failNext(Fault.status(503).times(4));
		StepVerifier.create(this.clerk.users().get(userId))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
	}

	@Test
	void waitsForAnswers() {
		String userId = this.emulator.users().create("ada@example.com");
		this.emulator.users().create("bob@example.com");
		User user = this.clerk.users().get(userId).block();
		for (User each : this.clerk.users().stream(UserQuery.create()).toIterable(1)) {
			export(each);
		}
		assertThat(this.exported).hasSize(2).contains(user.id());
	}

	@Test
	void readsAhead() {
		IntStream.range(0, 250).forEach((i) -> this.emulator.users().create("user" + i + "@example.com"));
		Flux<User> users = this.clerk.users().stream(UserQuery.create().orderBy("+created_at").readAhead(4));
		StepVerifier.create(users.distinct(User::id))
			.expectNextCount(250)
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void hasTwoInstances() {
		assertThat(this.partners.clerk()).isSameAs(this.clerk);
		assertThat(this.partners.partnerClerk()).isNotSameAs(this.clerk);
	}

	private void export(User user) {
		this.exported.add(user.id());
	}

	static final class Partners {

		private final ClerkBackendClient clerk;

		private final ClerkBackendClient partnerClerk;

		Partners(ClerkBackendClient clerk, @Qualifier("partnerClerk") ClerkBackendClient partnerClerk) {
			this.clerk = clerk;
			this.partnerClerk = partnerClerk;
		}

		ClerkBackendClient clerk() {
			return this.clerk;
		}

		ClerkBackendClient partnerClerk() {
			return this.partnerClerk;
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import(Partners.class)
	static class Beans {

		@Bean
		ClerkBackendClientCustomizer patientClerk() {
			return (builder) -> builder.retryPolicy(new RetryPolicy(5, Duration.ofMinutes(1), Duration.ofSeconds(30)));
		}

		@Bean(defaultCandidate = false)
		ClerkBackendClient partnerClerk(@Value("${partner.clerk.secret-key}") String secretKey) {
			return ClerkBackendClient.builder(ClerkSecretKey.valueOf(secretKey)).build();
		}

	}

}
