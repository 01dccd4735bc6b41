package io.github.clerkspring.security.attack;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.RedactedRequest;
import io.github.clerkspring.security.web.SessionTokenReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both stacks must answer alike. Each stack's test starts a server with the same
 * endpoints.
 */
public abstract class HttpScenarios {

	public static final ClerkPublishableKey PUBLISHABLE_KEY = ClerkPublishableKey.of(ClerkInstanceType.PRODUCTION,
			"clerk.example.com");

	private static final KeyPair KEY_A = TokenForge.newKey(2048);

	private static final KeyPair KEY_B = TokenForge.newKey(2048);

	private static final List<AttackCase> CASES = new AttackCorpus(KEY_A, KEY_B).cases();

	private static final String SECOND_ISSUER = "https://clerk.second.example.com";

	private static final String CHALLENGE = "Bearer error=\"invalid_token\", error_description=\"The token is not valid\"";

	private static final String OUR_CHALLENGE = CHALLENGE
			+ ", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";

	protected final TestClock clock = new TestClock();

	protected final TestInstance instance = new TestInstance().key("ins_a", KEY_A).key("ins_b", KEY_B);

	/**
	 * Its key has the same id as one of the other instance.
	 */
	private final TestInstance second = new TestInstance().key("ins_a", KEY_B);

	protected final AuthenticationEvents events = new AuthenticationEvents();

	private final BlockingQueue<TokenVerification> verifications = new LinkedBlockingQueue<>();

	private HttpProbe probe;

	protected abstract int start();

	protected abstract void stop();

	@BeforeEach
	void open() {
		this.probe = new HttpProbe(start());
	}

	@AfterEach
	void close() {
		stop();
		this.instance.close();
		this.second.close();
	}

	protected SessionTokenVerifier verifier() {
		return verifier(this.instance, rules());
	}

	protected SessionTokenVerifier secondVerifier() {
		return verifier(this.second, SessionTokenRules.forIssuer(SECOND_ISSUER));
	}

	private SessionTokenVerifier verifier(TestInstance instance, SessionTokenRules rules) {
		return SessionTokenVerifier.builder(ClerkKeySource.at(instance.keySet()).clock(this.clock).build(), rules)
			.clock(this.clock)
			.listener(this.verifications::add)
			.validator(HttpScenarios::validate)
			.build();
	}

	private static OAuth2TokenValidatorResult validate(Jwt jwt) {
		Object tenant = jwt.getClaims().get("tenant");
		if ("broken".equals(tenant)) {
			throw new IllegalStateException("broken validator " + jwt.getTokenValue());
		}
		return ("blocked".equals(tenant))
				? OAuth2TokenValidatorResult
					.failure(new OAuth2Error("blocked", "The tenant is blocked", "https://x.test"))
				: OAuth2TokenValidatorResult.success();
	}

	@Test
	void appliesValidatorsOfTheApplicationOnEveryKindOfChain() {
		for (String tenant : List.of("blocked", "broken")) {
			String token = TokenForge.sign(KEY_A, Claims.header().toString(),
					Claims.payload().set("tenant", "\"" + tenant + "\"").toString());
			for (String path : List.of("/me", "/resolver/me", "/decoder/me")) {
				this.verifications.clear();
				HttpResponse<String> response = this.probe.get(path, "Authorization", "Bearer " + token);
				assertThat(response.statusCode()).as(path).isEqualTo(401);
				assertThat(response.headers().firstValue("WWW-Authenticate")).as(path)
					.hasValueSatisfying((value) -> assertThat(value).startsWith(CHALLENGE).doesNotContain("blocked"));
				assertThat(response.body()).as(path).isEmpty();
				assertThat(this.verifications).extracting(TokenVerification::rejection)
					.containsExactly(TokenRejection.TOKEN_REFUSED_BY_VALIDATOR);
			}
			assertThat(this.probe.get("/public/me", "Authorization", "Bearer " + token).body()).isEqualTo("nobody");
		}
	}

	protected SessionTokenReader reader() {
		return SessionTokenReader.headerAndCookies(PUBLISHABLE_KEY, rules(), this.clock);
	}

	private SessionTokenRules rules() {
		return SessionTokenRules.forIssuer(TestInstance.ISSUER).withAuthorizedParties(List.of(TestInstance.PARTY));
	}

	private static String good() {
		return TokenForge.sign(KEY_A, Claims.header().toString(),
				Claims.payload()
					.set("v", "2")
					.set("fea", "\"o:invoices\"")
					.set("o", "{\"id\":\"org_1\",\"rol\":\"admin\",\"per\":\"create\",\"fpm\":\"1\"}")
					.toString());
	}

	private static String expired() {
		return TokenForge.sign(KEY_A, Claims.header().toString(),
				Claims.payload().set("exp", "1800000000").set("iat", "1799999940").set("exp", "1799999990").toString());
	}

	@Test
	void givesExpectedOutcomeForEachCase() {
		assertThat(CASES).filteredOn(AttackCase::fitsHeader).hasSizeGreaterThanOrEqualTo(250);
		CASES.stream().filter(AttackCase::fitsHeader).forEach(this::check);
	}

	private void check(AttackCase one) {
		this.verifications.clear();
		HttpResponse<String> response = this.probe.get("/me", "Authorization", "Bearer " + one.token());
		TokenVerification verification = this.verifications.poll();
		if (one.rejection() == null) {
			assertThat(response.statusCode()).as(one.label()).isEqualTo(200);
			assertThat(response.body()).as(one.label()).isEqualTo("user_1");
			return;
		}
		assertThat(response.statusCode()).as(one.label()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).as(one.label()).containsExactly(OUR_CHALLENGE);
		assertThat(response.body()).as(one.label()).isEmpty();
		assertThat(verification).as(one.label()).isNotNull();
		assertThat(verification.rejection()).as(one.label()).isEqualTo(one.rejection());
	}

	@Test
	void acceptsGoodTokensAfterHostileOnes() {
		List<String> hostile = HostileJson.tokens(HostileJson.withCollidingNames(45));
		hostile.forEach((token) -> assertThat(status("/me", token)).isEqualTo(401));
		acceptsGoodTokens(0);
		hostile.forEach((token) -> this.probe.get("/me", "Cookie", "__session=" + token));
		acceptsGoodTokens(20);
		HostileJson.tokens(HostileJson.ofAllKinds(200, 3))
			.parallelStream()
			.forEach((token) -> assertThat(status("/me", token)).isEqualTo(401));
		acceptsGoodTokens(40);
	}

	private void acceptsGoodTokens(int first) {
		assertThat(IntStream.range(first, first + 20)
			.map((number) -> status("/me",
					TokenForge.sign(KEY_A, Claims.header().toString(),
							Claims.payload().set("a" + number, "1").set("b" + number, "2").toString()))))
			.containsOnly(200);
	}

	@Test
	void challengesCallerWithoutToken() {
		HttpResponse<String> response = this.probe.get("/me");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
		assertThat(this.probe.send("POST", "/me").statusCode()).isEqualTo(401);
	}

	@Test
	void readsSchemeInAnyCase() {
		assertThat(this.probe.get("/me", "Authorization", "bEARER " + good()).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesHeadersThatAreNotExactlyOneToken() {
		for (String value : List.of("Bearer", "Bearer ", "Bearer  " + good(), "Bearer a b", "bearer " + good() + "!",
				"Bearer " + good() + ", Bearer x", "Bearer \t" + good(), "Bearer\t" + good())) {
			refuseMalformed("GET", "/me", "Authorization", value);
			refuseMalformed("POST", "/csrf/me", "Authorization", value);
		}
		refuseMalformed("GET", "/me", "Authorization", "Bearer " + good(), "Authorization", "Bearer " + good());
		refuseMalformed("GET", "/me", "Authorization", "Basic dTpw", "Authorization", "Bearer " + good());
	}

	private void refuseMalformed(String method, String path, String... headers) {
		this.verifications.clear();
		this.events.clear();
		HttpResponse<String> response = this.probe.send(method, path, headers);
		String what = path + " " + List.of(headers);
		assertThat(response.statusCode()).as(what).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).as(what).containsExactly(OUR_CHALLENGE);
		assertThat(this.verifications).as(what)
			.extracting(TokenVerification::rejection)
			.containsExactly(TokenRejection.TOKEN_INVALID);
		assertThat(AuthenticationEvents.reason(this.events.only())).as(what).isEqualTo("token-invalid");
	}

	@Test
	void tellsOfSuccessesAndFailures() {
		this.probe.get("/me", "Authorization", "Bearer " + good());
		assertThat(this.events.only()).isInstanceOf(AuthenticationSuccessEvent.class)
			.satisfies((event) -> assertThat(event.getAuthentication().getName()).isEqualTo("user_1"));
		for (String path : List.of("/me", "/public/me")) {
			this.probe.get(path, "Authorization", "Bearer " + expired());
			assertThat(this.events.only()).isInstanceOf(AuthenticationFailureBadCredentialsEvent.class)
				.satisfies((event) -> assertThat(AuthenticationEvents.reason(event)).isEqualTo("token-expired"));
		}
		this.instance.fail(500, "");
		this.clock.advance(Duration.ofHours(2));
		this.probe.get("/me", "Authorization", "Bearer " + good());
		assertThat(this.events.only()).isInstanceOf(AuthenticationFailureServiceExceptionEvent.class);
		this.probe.get("/me");
		this.events.clear();
	}

	@Test
	void namesTokenInNoEventAndNoLog() {
		String expired = expired();
		String malformed = "A".repeat(100) + "." + "B".repeat(100) + ".C";
		String blocked = TokenForge.sign(KEY_A, Claims.header().toString(),
				Claims.payload().set("tenant", "\"broken\"").toString());
		String withoutKeys = good();
		try (LogRecorder log = new LogRecorder("org.springframework.security", "io.github.clerkspring",
				"org.springframework.web")) {
			for (String path : List.of("/me", "/public/me")) {
				for (String token : List.of(expired, malformed, blocked)) {
					fail(path, token, 401);
				}
			}
			this.probe.get("/me", "Authorization", "Bearer " + withoutKeys);
			assertThat(this.events.only().getAuthentication()).satisfies((success) -> {
				assertThat(success.toString()).doesNotContain(withoutKeys);
				assertThat(success.getName()).isEqualTo("user_1");
				assertThat(String.valueOf(success.getDetails())).doesNotContain(withoutKeys);
			});
			this.instance.fail(500, "");
			this.clock.advance(Duration.ofHours(2));
			for (String path : List.of("/me", "/public/me")) {
				fail(path, withoutKeys, 503);
			}
			assertThat(log.text()).contains("token-expired")
				.doesNotContain(Stream.of(expired, malformed, blocked, withoutKeys)
					.flatMap((token) -> Stream.of(token.split("\\.")))
					.filter((part) -> part.length() > 10)
					.toList());
		}
	}

	private void fail(String path, String token, int status) {
		assertThat(status(path, token)).isIn(status, 200);
		AbstractAuthenticationEvent event = this.events.only();
		assertThat(event).isInstanceOf(AbstractAuthenticationFailureEvent.class);
		assertThat(event.getAuthentication().getName()).isEqualTo(RedactedRequest.REDACTED);
		assertThat(Reachable.texts(event)).contains("The ").doesNotContain(token);
	}

	@Test
	void neverAcceptsTokenOfAnotherInstance() {
		String ours = good();
		Claims payload = Claims.payload().set("iss", "\"" + SECOND_ISSUER + "\"");
		String theirs = TokenForge.sign(KEY_B, Claims.header().toString(), payload.toString());
		String ourKeyTheirIssuer = TokenForge.sign(KEY_A, Claims.header().toString(), payload.toString());
		String theirKeyOurIssuer = TokenForge.sign(KEY_B, Claims.header().toString(), Claims.payload().toString());
		// The second time the verified tokens are remembered
		for (int i = 0; i < 2; i++) {
			assertThat(status("/me", ours)).isEqualTo(200);
			assertThat(status("/second/me", theirs)).isEqualTo(200);
			for (String token : List.of(theirs, ourKeyTheirIssuer, theirKeyOurIssuer)) {
				assertThat(status("/me", token)).isEqualTo(401);
			}
			for (String token : List.of(ours, ourKeyTheirIssuer, theirKeyOurIssuer)) {
				assertThat(status("/second/me", token)).isEqualTo(401);
			}
		}
	}

	@Test
	void acceptsValidTokensForAnHourWithoutKeyServer() {
		String token = TokenForge.sign(KEY_A, Claims.header().toString(),
				Claims.payload().set("exp", Long.toString(TestClock.NOW + 10_000)).toString());
		assertThat(status("/me", token)).isEqualTo(200);
		this.instance.fail(503, "");
		// Five minutes of life and an hour of grace
		for (int minute = 1; minute < 65; minute++) {
			this.clock.advance(Duration.ofMinutes(1));
			assertThat(status("/me", token)).as("minute " + minute).isEqualTo(200);
		}
		this.clock.advance(Duration.ofMinutes(1));
		HttpResponse<String> response = this.probe.get("/me", "Authorization", "Bearer " + token);
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
		this.instance.recover();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(status("/me", token)).isEqualTo(200);
	}

	private int status(String path, String token) {
		return this.probe.get(path, "Authorization", "Bearer " + token).statusCode();
	}

	@Test
	void givesSessionUserAndOrganizationToController() {
		HttpResponse<String> response = this.probe.get("/session", "Authorization", "Bearer " + good());
		assertThat(response.body()).isEqualTo("user_1 sess_1 org_1 org:admin");
		assertThat(this.probe.get("/admin", "Authorization", "Bearer " + good()).statusCode()).isEqualTo(200);
		assertThat(this.probe.get("/invoices", "Authorization", "Bearer " + good()).statusCode()).isEqualTo(200);
		assertThat(this.probe.get("/owner", "Authorization", "Bearer " + good()).statusCode()).isEqualTo(403);
	}

	@Test
	void takesCallerWithBadTokenForAnonymousOnLenientPaths() {
		assertThat(this.probe.get("/public/me", "Authorization", "Bearer " + good()).body()).isEqualTo("user_1");
		for (String token : List.of(expired(), "x.y.z", "a b")) {
			HttpResponse<String> response = this.probe.get("/public/me", "Authorization", "Bearer " + token);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("nobody");
			assertThat(this.probe.get("/public/closed", "Authorization", "Bearer " + token).statusCode())
				.isEqualTo(401);
		}
		assertThat(this.probe.get("/public/me").body()).isEqualTo("nobody");
	}

	@Test
	void acceptsCookieForSafeMethodsAndAuthorizedOrigins() {
		String cookie = "__session=" + good();
		assertThat(this.probe.get("/me", "Cookie", cookie).statusCode()).isEqualTo(200);
		assertThat(this.probe.send("POST", "/me", "Cookie", cookie).statusCode()).isEqualTo(401);
		assertThat(this.probe.send("POST", "/me", "Cookie", cookie, "Origin", TestInstance.PARTY).statusCode())
			.isEqualTo(200);
		assertThat(this.probe.send("POST", "/me", "Cookie", cookie, "Origin", "https://evil.test").statusCode())
			.isEqualTo(401);
		assertThat(this.probe.get("/me", "Cookie", "__session_evil=" + good()).statusCode()).isEqualTo(401);
		assertThat(this.probe.get("/me", "Cookie", cookie, "Authorization", "Basic dTpw").statusCode()).isEqualTo(200);
	}

	@Test
	void neverFallsBackFromBadHeaderToCookie() {
		assertThat(this.probe.get("/me", "Cookie", "__session=" + good(), "Authorization", "Bearer x").statusCode())
			.isEqualTo(401);
		assertThat(this.probe.get("/me", "Cookie", "__session=" + good(), "Authorization", "Bearer").statusCode())
			.isEqualTo(401);
	}

	@Test
	void answersKeyFailuresWith503OnEveryKindOfChain() {
		this.instance.fail(500, "7");
		for (String path : List.of("/me", "/resolver/me", "/decoder/me", "/public/me")) {
			HttpResponse<String> response = this.probe.get(path, "Authorization", "Bearer " + good());
			assertThat(response.statusCode()).as(path).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).as(path).hasValue("7");
			assertThat(response.body()).as(path).isEmpty();
		}
		assertThat(this.probe.get("/me").statusCode()).isEqualTo(401);
	}

	/**
	 * The user id that a handler of a chain with {@code jwt(withDefaults())} receives.
	 */
	protected String userIdBehindPlainDecoder() {
		return "user_1";
	}

	@Test
	void servesOwnChains() {
		for (String path : List.of("/resolver/me", "/decoder/me")) {
			HttpResponse<String> accepted = this.probe.get(path, "Authorization", "Bearer " + good());
			assertThat(accepted.statusCode()).as(path).isEqualTo(200);
			assertThat(accepted.body()).as(path)
				.isEqualTo((path.equals("/decoder/me")) ? userIdBehindPlainDecoder() : "user_1");
			HttpResponse<String> response = this.probe.get(path, "Authorization", "Bearer " + expired());
			assertThat(response.statusCode()).as(path).isEqualTo(401);
			assertThat(response.headers().firstValue("WWW-Authenticate")).as(path)
				.hasValueSatisfying((value) -> assertThat(value).startsWith(CHALLENGE).doesNotContain("expired"));
			assertThat(this.probe.get(path).statusCode()).as(path).isEqualTo(401);
		}
	}

}
