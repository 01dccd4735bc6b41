package io.github.clerkspring.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.http.RateLimiter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimitControl} and {@link RateLimiter}.
 */
class RateLimitControlTests {

	private final ControlTester control = ControlTester.start();

	private final ClerkEmulator clerk = this.control.emulator();

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeEach
	void stopTheClock() {
		this.clerk.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
	}

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void hasNoRateLimitsByDefault() throws Exception {
		assertThat(this.control.get("/rate_limits").get("limits").asString()).isEqualTo("none");
		allowed(150, "GET", "/v1/users");
	}

	@Test
	void limitsAllOperationsTogether() throws Exception {
		this.control.put("/rate_limits", Map.of("limits", "development"));
		allowed(60, "GET", "/v1/users");
		allowed(40, "GET", "/v1/organizations");
		this.clerk.clock().advance(Duration.ofMillis(7500));
		HttpResponse<String> refused = call("GET", "/v1/users");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(refused.body()).contains("too_many_requests", "clerk_trace_id");
		this.clerk.clock().advance(Duration.ofSeconds(3));
		allowed(100, "GET", "/v1/users");
	}

	@Test
	void neverLimitsKeySets() throws Exception {
		this.clerk.rateLimits(RateLimits.DEVELOPMENT);
		allowed(110, "GET", "/v1/jwks");
		allowed(100, "GET", "/v1/users");
	}

	@Test
	void limitsChangesOfOneUser() throws Exception {
		this.clerk.users().create((user) -> user.id("user_ada"));
		this.clerk.users().create((user) -> user.id("user_bob"));
		this.clerk.rateLimits(RateLimits.PRODUCTION);
		allowed(5, "PATCH", "/v1/users/user_ada");
		allowed(5, "PATCH", "/v1/users/user_ada/metadata");
		assertThat(call("PATCH", "/v1/users/user_ada").statusCode()).isEqualTo(429);
		allowed(1, "PATCH", "/v1/users/user_bob");
		allowed(1, "GET", "/v1/users/user_ada");
		this.clerk.clock().advance(Duration.ofSeconds(10));
		allowed(1, "PATCH", "/v1/users/user_ada");
	}

	@Test
	void limitsInvitationsByTheHour() {
		RateLimiter limiter = RateLimits.limiter(this.clerk.clock());
		limiter.limit(RateLimits.PRODUCTION.requests());
		assertThat(refusal(limiter, "POST /organizations/{organization_id}/invitations", 250)).isEqualTo(3600);
		assertThat(refusal(limiter, "POST /organizations/{organization_id}/invitations/bulk", 50)).isEqualTo(3600);
		assertThat(refusal(limiter, "POST /invitations", 100)).isEqualTo(3600);
		assertThat(refusal(limiter, "POST /invitations/bulk", 25)).isEqualTo(3600);
	}

	@Test
	void forgetsItsLimitsAtReset() throws Exception {
		this.clerk.rateLimits(RateLimits.DEVELOPMENT);
		allowed(100, "GET", "/v1/users");
		this.clerk.reset();
		allowed(10, "GET", "/v1/users");
		assertThat(this.control.get("/rate_limits").get("limits").asString()).isEqualTo("none");
	}

	@Test
	void namesTheFieldThatIsWrong() {
		assertThat(this.control.fails(422, "PUT", "/rate_limits", Map.of()).parameter()).isEqualTo("limits");
		assertThat(this.control.fails(422, "PUT", "/rate_limits", Map.of("limits", "all")).parameter())
			.isEqualTo("limits");
	}

	private static long refusal(RateLimiter limiter, String operation, int allowed) {
		String[] parts = operation.split(" ");
		Route route = new Route(parts[0], parts[1], 200, "application/json", Access.SECRET_KEY, (tx, call) -> null);
		Operations.Match match = new Operations.Match(route, Map.of("organization_id", "org_a"));
		for (int i = 0; i < allowed; i++) {
			assertThat(limiter.count(match)).isNull();
		}
		Duration wait = limiter.count(match);
		assertThat(wait).isNotNull();
		return wait.toSeconds();
	}

	private void allowed(int count, String method, String path) throws Exception {
		for (int i = 0; i < count; i++) {
			assertThat(call(method, path).statusCode()).as("call " + i).isEqualTo(200);
		}
	}

	private HttpResponse<String> call(String method, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + path))
			.header("Authorization", "Bearer " + this.clerk.secretKey())
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
