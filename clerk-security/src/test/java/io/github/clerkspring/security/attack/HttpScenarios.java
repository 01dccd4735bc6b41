package io.github.clerkspring.security.attack;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.session.RemoteKeySource;
import io.github.clerkspring.security.session.SessionTokenReader;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.session.TokenRejection;
import io.github.clerkspring.security.session.TokenVerification;

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

	private static final String CHALLENGE = "Bearer error=\"invalid_token\", error_description=\"The token is not valid\"";

	protected final TestClock clock = new TestClock();

	protected final TestInstance instance = new TestInstance().key("ins_a", KEY_A).key("ins_b", KEY_B);

	private final BlockingQueue<TokenVerification> told = new LinkedBlockingQueue<>();

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
	}

	protected SessionTokenVerifier verifier() {
		return SessionTokenVerifier
			.builder(RemoteKeySource.at(this.instance.keySet()).clock(this.clock).build(), rules())
			.clock(this.clock)
			.listener(this.told::add)
			.build();
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
	void givesEachCaseItsVerdict() {
		assertThat(CASES).filteredOn(AttackCase::fitsHeader).hasSizeGreaterThanOrEqualTo(250);
		CASES.stream().filter(AttackCase::fitsHeader).forEach(this::check);
	}

	private void check(AttackCase one) {
		this.told.clear();
		HttpResponse<String> response = this.probe.get("/me", "Authorization", "Bearer " + one.token());
		TokenVerification verification = this.told.poll();
		if (one.rejection() == null) {
			assertThat(response.statusCode()).as(one.label()).isEqualTo(200);
			assertThat(response.body()).as(one.label()).isEqualTo("user_1");
			return;
		}
		assertThat(response.statusCode()).as(one.label()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).as(one.label())
			.hasValueSatisfying((value) -> assertThat(value).startsWith(CHALLENGE));
		assertThat(response.body()).as(one.label()).isEmpty();
		// A malformed header is refused before it comes to a verification
		assertThat((verification != null) ? verification.rejection() : TokenRejection.TOKEN_INVALID).as(one.label())
			.isEqualTo(one.rejection());
	}

	@Test
	void challengesCallerWithoutToken() {
		HttpResponse<String> response = this.probe.get("/me");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((value) -> assertThat(value).startsWith("Bearer").doesNotContain("error"));
		assertThat(this.probe.send("POST", "/me").statusCode()).isEqualTo(401);
	}

	@Test
	void readsSchemeInAnyCase() {
		assertThat(this.probe.get("/me", "Authorization", "bEARER " + good()).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesHeadersThatAreNotExactlyOneToken() {
		for (String value : List.of("Bearer", "Bearer  " + good(), "Bearer a b", "Bearer " + good() + ", Bearer x",
				"Bearer \t" + good())) {
			assertThat(this.probe.get("/me", "Authorization", value).statusCode()).as(value).isEqualTo(401);
		}
		assertThat(this.probe.get("/me", "Authorization", "Bearer " + good(), "Authorization", "Bearer " + good())
			.statusCode()).isEqualTo(401);
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
	void answersTroubleWithKeysWith503OnEveryKindOfChain() {
		this.instance.fail(500, "7");
		for (String path : List.of("/me", "/resolver/me", "/decoder/me", "/public/me")) {
			HttpResponse<String> response = this.probe.get(path, "Authorization", "Bearer " + good());
			assertThat(response.statusCode()).as(path).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).as(path).hasValue("7");
			assertThat(response.body()).as(path).isEmpty();
		}
		assertThat(this.probe.get("/me").statusCode()).isEqualTo(401);
	}

	@Test
	void servesOwnChains() {
		for (String path : List.of("/resolver/me", "/decoder/me")) {
			assertThat(this.probe.get(path, "Authorization", "Bearer " + good()).body()).as(path).isEqualTo("user_1");
			HttpResponse<String> response = this.probe.get(path, "Authorization", "Bearer " + expired());
			assertThat(response.statusCode()).as(path).isEqualTo(401);
			assertThat(response.headers().firstValue("WWW-Authenticate")).as(path)
				.hasValueSatisfying((value) -> assertThat(value).startsWith(CHALLENGE).doesNotContain("expired"));
			assertThat(this.probe.get(path).statusCode()).as(path).isEqualTo(401);
		}
	}

	protected void acceptGoodToken() {
		assertThat(this.probe.get("/me", "Authorization", "Bearer " + good()).statusCode()).isEqualTo(200);
	}

	protected void refuseBadToken() {
		assertThat(this.probe.get("/me", "Authorization", "Bearer " + expired()).statusCode()).isEqualTo(401);
	}

}
