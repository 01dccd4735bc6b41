package io.github.clerkspring.test.remote;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RemoteClerkEmulatorTests {

	@Test
	void readsTheDescriptionOfTheEmulator() {
		try (ClerkEmulator emulator = ClerkEmulator.start()) {
			RemoteClerkEmulator remote = RemoteClerkEmulator.at(emulator.baseUrl());
			assertThat(remote.baseUrl()).isEqualTo(emulator.baseUrl());
			assertThat(remote.secretKey()).isEqualTo(emulator.secretKey());
			assertThat(remote.publishableKey()).isEqualTo(emulator.publishableKey());
			assertThat(remote.issuer()).isEqualTo(emulator.issuer());
			assertThat(remote.jwksUrl()).isEqualTo(emulator.jwksUrl());
			assertThat(remote).asString().doesNotContain(emulator.secretKey());
		}
	}

	@Test
	void presentsTheControlToken() {
		ClerkEmulatorOptions options = ClerkEmulatorOptions.defaults().host("0.0.0.0");
		try (ClerkEmulator emulator = ClerkEmulator.start(options)) {
			RemoteClerkEmulator remote = RemoteClerkEmulator.at(emulator.baseUrl(), emulator.controlToken());
			remote.reset();
			assertThat(remote.secretKey()).isEqualTo(emulator.secretKey());
			assertThat(remote).asString().doesNotContain(emulator.controlToken());
			assertThatIllegalStateException().isThrownBy(() -> RemoteClerkEmulator.at(emulator.baseUrl()))
				.withMessageContaining("refuses GET /instance with status 401")
				.withMessageContaining("CLERK_EMULATOR_CONTROL_TOKEN");
			assertThatIllegalStateException()
				.isThrownBy(() -> RemoteClerkEmulator.at(emulator.baseUrl(), "wrong-token-0123456"))
				.withMessageContaining("status 401")
				.withMessageNotContaining("wrong-token");
		}
	}

	@Test
	void fillsMintsAndForgets() throws ParseException {
		try (ClerkEmulator emulator = ClerkEmulator.start()) {
			RemoteClerkEmulator remote = RemoteClerkEmulator.at(emulator.baseUrl());
			remote.seed("""
					users:
					- {id: user_ada, email_address: ada@example.com}
					organizations:
					- {id: org_acme, name: Acme, memberships: [{user_id: user_ada, role: org:admin}]}
					""");
			assertThat(claims(remote.sessionToken("user_ada", "org_acme"))).containsEntry("sub", "user_ada")
				.extractingByKey("o", InstanceOfAssertFactories.MAP)
				.containsEntry("id", "org_acme");
			assertThat(claims(remote.sessionToken("user_ada", null))).doesNotContainKey("o");
			assertThat(
					claims(remote.token("oauth", Map.of("user_id", "user_ada", "client_id", "abc", "format", "jwt"))))
				.containsEntry("client_id", "abc");
			remote.reset();
			assertThat(emulator.call("GET", "/users/count", null)).containsEntry("total_count", 0);
		}
	}

	@Test
	void tellsWhyTheEmulatorRefuses() {
		try (ClerkEmulator emulator = ClerkEmulator.start()) {
			RemoteClerkEmulator remote = RemoteClerkEmulator.at(emulator.baseUrl());
			assertThatIllegalStateException().isThrownBy(() -> remote.seed("people: []"))
				.withMessageContaining("refuses POST /seed")
				.withMessageContaining("people");
			assertThatIllegalStateException().isThrownBy(() -> remote.token("session", Map.of("user", "user_ada")))
				.withMessageContaining("refuses POST /tokens/session")
				.withMessageContaining("user");
		}
	}

	@Test
	void addressesAreThoseByWhichItWasReached() {
		assertThat(ask("""
				{"base_url": "http://0.0.0.0:4000", "jwks_url": "http://0.0.0.0:4000/.well-known/jwks.json"}
				""")).satisfies((remote) -> assertThat(remote.jwksUrl()).startsWith(remote.baseUrl())
			.endsWith("/.well-known/jwks.json"));
	}

	@Test
	void tellsThatNothingAnswers() {
		ClerkEmulator emulator = ClerkEmulator.start();
		emulator.close();
		assertThatIllegalStateException().isThrownBy(() -> RemoteClerkEmulator.at(emulator.baseUrl()))
			.withMessage("Nothing answers at " + emulator.baseUrl());
	}

	@Test
	void tellsThatAnotherServerAnswers() {
		assertThatIllegalStateException().isThrownBy(() -> ask("<html>"))
			.withMessageStartingWith("No emulator of Clerk is at http://127.0.0.1:")
			.withMessageEndingWith("the answer is not JSON");
		assertThatIllegalStateException().isThrownBy(() -> ask(null))
			.withMessageEndingWith("refuses GET /instance with status 404: no reason given");
		assertThatIllegalStateException().isThrownBy(() -> ask("{}").secretKey())
			.withMessageEndingWith("its answer has no secret_key");
	}

	private static Map<String, Object> claims(String token) throws ParseException {
		return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
	}

	private static RemoteClerkEmulator ask(String answer) {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.route((routes) -> routes.get("/__emulator/instance",
					(request, response) -> (answer != null) ? response.sendString(Mono.just(answer))
							: response.sendNotFound()))
			.bindNow();
		try {
			return RemoteClerkEmulator.at("http://127.0.0.1:" + server.port());
		}
		finally {
			server.disposeNow();
		}
	}

}
