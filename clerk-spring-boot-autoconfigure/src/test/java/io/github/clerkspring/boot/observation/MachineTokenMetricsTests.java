package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opaque tokens of the emulator, and what is counted of their verification.
 */
class MachineTokenMetricsTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String sender = create("sender");

	private final String receiver = create("receiver");

	private final ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(this.clerk.secretKey()))
		.machineSecretKey(new Secret(secretKey(this.receiver)))
		.apiUrl(this.clerk.baseUrl())
		.build();

	private final OpaqueTokenVerifier verifier = OpaqueTokenVerifier.builder(this.client)
		.clock(this.clerk.clock())
		.machineId(this.receiver)
		.cache(100, Duration.ofSeconds(1))
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.clerk.close();
	}

	private String create(String name) {
		return String.valueOf(this.clerk.call("POST", "/machines", Map.of("name", name)).get("id"));
	}

	private String secretKey(String machine) {
		return String.valueOf(this.clerk.call("GET", "/machines/" + machine + "/secret_key", null).get("secret"));
	}

	private ClerkMachine accept(ClerkTokenType type, String token) {
		ClerkMachine machine = this.verifier.verify(type, token).block(LIMIT);
		assertThat(machine).isNotNull();
		return machine;
	}

	private void refuse(ClerkTokenType type, String... tokens) {
		for (String token : tokens) {
			StepVerifier.create(this.verifier.verify(type, token))
				.expectError(InvalidBearerTokenException.class)
				.verify(LIMIT);
		}
	}

	private Map<String, Double> values() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MachineTokenMetrics(() -> this.verifier).bindTo(registry);
		Map<String, Double> values = new TreeMap<>();
		for (Meter meter : registry.getMeters()) {
			String tags = meter.getId()
				.getTags()
				.stream()
				.map((tag) -> tag.getKey() + "=" + tag.getValue())
				.collect(Collectors.joining(",", "{", "}"));
			values.put(meter.getId().getName() + tags, meter.measure().iterator().next().getValue());
		}
		return values;
	}

	@Test
	void countsOutcomesOfEachType() {
		String key = this.clerk.apiKey("org_acme").name("ci").scopes("invoices:read").claim("tenant", "acme").mint();
		ClerkMachine machine = accept(ClerkTokenType.API_KEY, key);
		assertThat(machine.organizationId()).isEqualTo("org_acme");
		assertThat(machine.name()).isEqualTo("ci");
		assertThat(machine.hasScope("invoices:read")).isTrue();
		assertThat(machine.claims()).containsEntry("tenant", "acme");
		accept(ClerkTokenType.API_KEY, key);
		String revoked = this.clerk.apiKey("user_ada").revoked().mint();
		refuse(ClerkTokenType.API_KEY, revoked, revoked, this.clerk.apiKey("user_ada").expired().mint(),
				"ak_unknownunknownunknownunknown12");
		String access = this.clerk.oauthToken("user_ada", "client").opaque().scopes("profile").mint();
		assertThat(accept(ClerkTokenType.OAUTH, access).clientId()).isEqualTo("client");
		refuse(ClerkTokenType.OAUTH, this.clerk.oauthToken("user_ada", "client").opaque().revoked().mint(),
				this.clerk.oauthToken("user_ada", "client").opaque().expired().mint());
		String granted = this.clerk.machineToken(this.sender).opaque().scopes(this.receiver).mint();
		assertThat(accept(ClerkTokenType.M2M, granted).scopes()).containsExactly(this.receiver);
		refuse(ClerkTokenType.M2M, this.clerk.machineToken(this.sender).opaque().scopes(this.sender).mint());
		this.clerk.failNext(Fault.status(429).retryAfter(Duration.ofSeconds(7)).on("POST /api_keys/verify"));
		StepVerifier.create(this.verifier.verify(ClerkTokenType.API_KEY, this.clerk.apiKey("user_ada").mint()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(ClerkUnavailableException.class,
					(failure) -> assertThat(failure.retryAfterSeconds()).isEqualTo(7)))
			.verify(LIMIT);
		assertThat(values()).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(calls("api_key", "accepted", 1), calls("api_key", "rejected", 3),
						calls("api_key", "unavailable", 1), calls("oauth_token", "accepted", 1),
						calls("oauth_token", "rejected", 2), calls("oauth_token", "unavailable", 0),
						calls("m2m_token", "accepted", 1), calls("m2m_token", "rejected", 1),
						calls("m2m_token", "unavailable", 0), Map.entry("clerk.tokens.verify.in.flight{}", 0.0),
						Map.entry("clerk.tokens.verify.without.call{reason=cache}", 1.0),
						Map.entry("clerk.tokens.verify.without.call{reason=limit}", 0.0),
						Map.entry("clerk.tokens.verify.without.call{reason=refused_before}", 1.0),
						Map.entry("clerk.tokens.verify.without.call{reason=shared}", 0.0)));
	}

	private static Map.Entry<String, Double> calls(String kind, String outcome, double count) {
		return Map.entry("clerk.tokens.verify.calls{kind=" + kind + ",outcome=" + outcome + "}", count);
	}

	@Test
	void keepsRevokedTokenForTheTimeInTheCache() {
		Map<String, ?> key = this.clerk.call("POST", "/api_keys", Map.of("name", "a key", "subject", "user_ada"));
		String secret = String.valueOf(key.get("secret"));
		accept(ClerkTokenType.API_KEY, secret);
		this.clerk.call("POST", "/api_keys/" + key.get("id") + "/revoke", Map.of());
		accept(ClerkTokenType.API_KEY, secret);
		this.clerk.clock().advance(Duration.ofSeconds(1));
		refuse(ClerkTokenType.API_KEY, secret);
	}

	@Test
	void bindsNothingWithoutVerifier() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MachineTokenMetrics(() -> null).bindTo(registry);
		assertThat(registry.getMeters()).isEqualTo(List.of());
	}

}
