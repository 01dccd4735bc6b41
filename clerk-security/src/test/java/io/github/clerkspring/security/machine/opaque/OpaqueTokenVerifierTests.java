package io.github.clerkspring.security.machine.opaque;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.Reachable;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.machine.MachineTokenRules;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifierState.Calls;
import io.github.clerkspring.security.machine.opaque.VerifyServer.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Requests to verify tokens, over HTTP.
 */
class OpaqueTokenVerifierTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final VerifyServer server = new VerifyServer();

	private final LogRecorder log = new LogRecorder("io.github.clerkspring", "org.springframework.web", "reactor.netty",
			"org.springframework.http");

	private final TestClock clock = new TestClock();

	private final List<TokenVerification> verifications = new ArrayList<>();

	private final List<ClerkBackendClient> clients = List.of(this.server.client(), this.server.machineClient());

	private OpaqueTokenVerifier verifier = verifier((builder) -> builder);

	private OpaqueTokenVerifier verifier(UnaryOperator<OpaqueTokenVerifierBuilder> changes) {
		return changes
			.apply(OpaqueTokenVerifier.builder(this.clients.get(0)).clock(this.clock).listener(this.verifications::add))
			.build();
	}

	@AfterEach
	void close() {
		this.log.close();
		this.clients.forEach(ClerkBackendClient::close);
		this.server.close();
	}

	private ClerkMachine accept(OpaqueTokenFormat format) {
		return accept(format.tokenType(), VerifyServer.tokenOf(format));
	}

	private ClerkMachine accept(ClerkTokenType type, String token) {
		ClerkMachine machine = this.verifier.verify(type, token).block(LIMIT);
		assertThat(machine).isNotNull();
		return machine;
	}

	private void refuse(ClerkTokenType type, String token, TokenRejection rejection) {
		Throwable failure = catchThrowable(() -> this.verifier.verify(type, token).block(LIMIT));
		assertThat(failure).isExactlyInstanceOf(InvalidBearerTokenException.class).hasMessage("The token is not valid");
		assertThat(this.verifications).last().isEqualTo(new TokenVerification(type, rejection, false, false));
		assertSecret(failure, token);
	}

	private ClerkUnavailableException fail(OpaqueTokenFormat format, TokenRejection rejection) {
		String token = VerifyServer.tokenOf(format);
		Throwable failure = catchThrowable(() -> this.verifier.verify(format.tokenType(), token).block(LIMIT));
		assertThat(failure).isInstanceOf(ClerkUnavailableException.class);
		ClerkUnavailableException unavailable = (ClerkUnavailableException) failure;
		assertThat(unavailable.rejection()).isEqualTo(rejection);
		assertThat(this.verifications).last()
			.isEqualTo(new TokenVerification(format.tokenType(), rejection, false, false));
		assertSecret(failure, token);
		return unavailable;
	}

	private void assertSecret(Throwable failure, String token) {
		assertThat(Reachable.texts(failure)).doesNotContain("planted", token);
		assertThat(this.log.text()).doesNotContain("planted", token);
	}

	private List<String> warnings() {
		return this.log.text().lines().filter((line) -> line.startsWith("WARN")).toList();
	}

	@Test
	void tokenThatTheApplicationRefusesIsNotReportedAsAccepted() {
		this.verifier = verifier((builder) -> builder.cache(10, Duration.ofSeconds(30)));
		MachineTokenVerifier machines = MachineTokenVerifier
			.builder(ClerkKeySource.at(URI.create("http://localhost/jwks")).build(),
					MachineTokenRules.forIssuers(Set.of("https://clerk.example.com")))
			.opaqueTokens(this.verifier)
			.validator((machine) -> machine.tokenType() != ClerkTokenType.API_KEY)
			.build();
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(machines.verify(VerifyServer.API_KEY))
				.expectError(InvalidBearerTokenException.class)
				.verify(LIMIT);
		}
		assertThat(this.verifications).hasSize(2)
			.containsOnly(new TokenVerification(ClerkTokenType.API_KEY, TokenRejection.TOKEN_REFUSED_BY_VALIDATOR,
					false, false));
		StepVerifier.create(machines.verify(VerifyServer.M2M_TOKEN)).expectNextCount(1).expectComplete().verify(LIMIT);
		assertThat(this.verifications).last().isEqualTo(new TokenVerification(ClerkTokenType.M2M, null, false, false));
	}

	@Test
	void sendsEachTypeToItsOperationWithTheRightKey() {
		accept(OpaqueTokenFormat.M2M);
		accept(OpaqueTokenFormat.API_KEY);
		accept(OpaqueTokenFormat.OAUTH);
		this.verifier = verifier((builder) -> builder.machineClient(this.clients.get(1)));
		accept(OpaqueTokenFormat.M2M);
		accept(OpaqueTokenFormat.API_KEY);
		accept(OpaqueTokenFormat.OAUTH);
		String key = "Bearer " + VerifyServer.SECRET_KEY;
		Request apiKey = new Request("/v1/api_keys/verify", "{\"secret\":\"" + VerifyServer.API_KEY + "\"}", key);
		Request oauth = new Request("/v1/oauth_applications/access_tokens/verify",
				"{\"access_token\":\"" + VerifyServer.OAUTH_TOKEN + "\"}", key);
		String m2m = "{\"token\":\"" + VerifyServer.M2M_TOKEN + "\"}";
		assertThat(this.server.requests()).containsExactly(new Request("/v1/m2m_tokens/verify", m2m, key), apiKey,
				oauth, new Request("/v1/m2m_tokens/verify", m2m, "Bearer " + VerifyServer.MACHINE_KEY), apiKey, oauth);
		assertThat(this.verifications).hasSize(6).allSatisfy((one) -> assertThat(one.rejection()).isNull());
		assertThat(this.log.text()).contains("DEBUG").doesNotContain("planted", "aaaaaaaa", "bbbbbbbb", "cccccccc");
	}

	@ParameterizedTest
	@EnumSource(OpaqueTokenFormat.class)
	void sendsNoTokenOfAnotherForm(OpaqueTokenFormat format) {
		refuse(format.tokenType(), "xyzzy", TokenRejection.TOKEN_TYPE_MISMATCH);
		refuse(format.tokenType(), VerifyServer.tokenOf(format) + ".", TokenRejection.TOKEN_INVALID);
		refuse(format.tokenType(), VerifyServer.tokenOf(format) + "x".repeat(300), TokenRejection.TOKEN_TOO_LONG);
		for (OpaqueTokenFormat other : OpaqueTokenFormat.values()) {
			if (other != format) {
				refuse(format.tokenType(), VerifyServer.tokenOf(other), TokenRejection.TOKEN_TYPE_MISMATCH);
			}
		}
		assertThat(this.server.requests()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.verifier.verify(ClerkTokenType.SESSION, "x"));
	}

	@ParameterizedTest
	@CsvSource({ "404", "400", "422" })
	void refusesTokenThatClerkDoesNotKnowAndRemembersIt(int status) {
		this.server.answer(status, VerifyServer.NOT_FOUND);
		for (OpaqueTokenFormat format : OpaqueTokenFormat.values()) {
			refuse(format.tokenType(), VerifyServer.tokenOf(format), TokenRejection.TOKEN_INVALID);
			refuse(format.tokenType(), VerifyServer.tokenOf(format), TokenRejection.TOKEN_INVALID);
		}
		assertThat(this.server.requests()).hasSize(3);
		assertThat(warnings()).isEmpty();
		this.clock.advance(Duration.ofSeconds(30));
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_INVALID);
		assertThat(this.server.requests()).hasSize(4);
		OpaqueTokenVerifierState state = this.verifier.state();
		assertThat(state.refusedAgain()).isEqualTo(3);
		assertThat(state.calls()).containsEntry(ClerkTokenType.API_KEY, new Calls(0, 2, 0))
			.containsEntry(ClerkTokenType.M2M, new Calls(0, 1, 0));
	}

	@Test
	void warnsOfNotFoundThatIsNoErrorOfClerk() {
		this.server.answer(404, "<html>");
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_INVALID);
		this.clock.advance(Duration.ofMinutes(1));
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_INVALID);
		assertThat(warnings()).singleElement().asString().contains("404", "api key", "clerk.api-url");
		this.server.answer(400, "<html>");
		fail(OpaqueTokenFormat.OAUTH, TokenRejection.UNEXPECTED_ERROR);
	}

	@Test
	void refusesRevokedTokenAndRemembersIt() {
		this.server.answer(200, VerifyServer.valid(VerifyServer.API_KEY).set("revoked", true).toString());
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_INVALID);
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_INVALID);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.log.text()).contains("Did not accept a token (api key): token-invalid: the token is revoked");
	}

	@Test
	void isUnavailableWithWrongSecretKeyAndWarnsOnce() {
		this.server.answer(401, "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"sk_test_planted\"}]}");
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.SECRET_KEY_INVALID);
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.SECRET_KEY_INVALID);
		assertThat(warnings()).singleElement().asString().contains("401", "secret key");
		assertThat(this.server.requests()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "429,7,7", "429,0,1", "429,3600,60", "429,,1", "429,soon,1", "500,,1", "503,9,9", "502,,1", "504,,1",
			"403,,1", "402,,1", "409,,1", "302,,1" })
	void isUnavailableAndDoesNotWaitForRetry(int status, String retryAfter, long expected) {
		if (retryAfter != null) {
			this.server.answer(status, VerifyServer.NOT_FOUND, "Retry-After", retryAfter, "Location",
					"/v1/api_keys/verify");
		}
		else {
			this.server.answer(status, VerifyServer.NOT_FOUND, "Location", "/v1/api_keys/verify");
		}
		ClerkUnavailableException failure = fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
		assertThat(failure.retryAfterSeconds()).isEqualTo(expected);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(warnings()).hasSize((status < 429) ? 1 : 0);
		this.server.answer(VerifyServer.json(200, (token) -> VerifyServer.valid(token).toString()));
		accept(OpaqueTokenFormat.API_KEY);
		assertThat(this.verifier.state().calls()).containsEntry(ClerkTokenType.API_KEY, new Calls(1, 0, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "<html>", "{", "{}{}", "{\"revoked\":true,\"revoked\":false}" })
	void isUnavailableIfResponseCannotBeRead(String body) {
		this.server.answer(200, body);
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 404, 500 })
	void isUnavailableIfResponseIsTooLarge(int status) {
		this.server.answer(status, "{\"a\":\"" + "x".repeat(1_000_000) + "\"}");
		Throwable failure = catchThrowable(
				() -> this.verifier.verify(ClerkTokenType.API_KEY, VerifyServer.API_KEY).block(LIMIT));
		// The status alone is enough to refuse
		assertThat(failure)
			.isInstanceOf((status == 404) ? InvalidBearerTokenException.class : ClerkUnavailableException.class);
	}

	@Test
	void isUnavailableIfServerHangs() {
		this.verifier = verifier((builder) -> builder.timeout(Duration.ofMillis(100)));
		this.server.answer((token, response) -> Mono.never());
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
		this.server.answer((token, response) -> response.header("Content-Length", "100")
			.sendString(Mono.just("{\"object\":").concatWith(Mono.never()), StandardCharsets.UTF_8)
			.then());
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
		assertThat(this.log.text()).contains("no complete response within 100 ms");
		assertThat(this.verifier.state().inFlight()).isZero();
	}

	@Test
	void replacesBrokenConnectionOnce() {
		this.server.answer((token, response) -> response.withConnection((connection) -> connection.channel().close())
			.sendHeaders()
			.then());
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
		assertThat(this.server.requests()).hasSize(2);
		assertThat(this.verifier.state().calls()).containsEntry(ClerkTokenType.API_KEY, new Calls(0, 0, 1));
	}

	@Test
	void isUnavailableIfNoServerListens() {
		this.server.close();
		fail(OpaqueTokenFormat.API_KEY, TokenRejection.UNEXPECTED_ERROR);
	}

	@Test
	void sendsEachUseWithoutCache() {
		for (int i = 0; i < 3; i++) {
			accept(OpaqueTokenFormat.API_KEY);
		}
		assertThat(this.server.requests()).hasSize(3);
		assertThat(this.verifier.state().cacheSize()).isZero();
	}

	@Test
	void checksExpirationOnEachUseOfCachedToken() {
		this.verifier = verifier((builder) -> builder.cache(10, Duration.ofSeconds(30)));
		long expiration = this.clock.millis() + 10_000;
		this.server.answer(200, VerifyServer.valid(VerifyServer.API_KEY).set("expiration", expiration).toString());
		accept(OpaqueTokenFormat.API_KEY);
		this.clock.advance(Duration.ofMillis(9_999));
		accept(OpaqueTokenFormat.API_KEY);
		assertThat(this.verifications).last()
			.isEqualTo(new TokenVerification(ClerkTokenType.API_KEY, null, true, false));
		this.clock.advance(Duration.ofMillis(1));
		refuse(ClerkTokenType.API_KEY, VerifyServer.API_KEY, TokenRejection.TOKEN_EXPIRED);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.verifier.state().cacheHits()).isEqualTo(2);
		assertThat(this.verifier.state().cacheSize()).isOne();
	}

	@Test
	void appliesOwnMachineAndAudience() {
		this.verifier = verifier((builder) -> builder.machineId("mch_own").audience(List.of("https://api")));
		accept(OpaqueTokenFormat.M2M);
		refuse(ClerkTokenType.OAUTH, VerifyServer.OAUTH_TOKEN, TokenRejection.TOKEN_VERIFICATION_FAILED);
		this.verifier = verifier((builder) -> builder.machineId("mch_third"));
		refuse(ClerkTokenType.M2M, VerifyServer.M2M_TOKEN, TokenRejection.TOKEN_VERIFICATION_FAILED);
		accept(OpaqueTokenFormat.OAUTH);
	}

	@Test
	void refusesSettingsOutOfRange() {
		OpaqueTokenVerifierBuilder builder = OpaqueTokenVerifier.builder(this.clients.get(0));
		Map<String, Runnable> settings = Map.of("30 seconds", () -> builder.cache(1, Duration.ofMillis(30_001)),
				"maxSize", () -> builder.cache(-1, Duration.ZERO), "negative",
				() -> builder.cache(1, Duration.ofMillis(-1)), "maxInFlight", () -> builder.maxInFlight(1),
				"refusalsPerSecond", () -> builder.refusalsPerSecond(0), "timeout",
				() -> builder.timeout(Duration.ZERO), "mch_", () -> builder.machineId("org_2x"), "timeToLive",
				() -> builder.refusedTokens(1, Duration.ofMillis(-1)));
		settings.forEach((text, setting) -> assertThatIllegalArgumentException().isThrownBy(setting::run)
			.withMessageContaining(text));
	}

}
