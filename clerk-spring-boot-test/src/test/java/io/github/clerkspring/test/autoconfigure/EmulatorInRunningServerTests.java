package io.github.clerkspring.test.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.remote.SignedInApplication;
import io.github.clerkspring.test.requests.ClerkAssertions;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.main.web-application-type=reactive")
@AutoConfigureClerkEmulator(reset = false)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatorInRunningServerTests {

	@Autowired
	private ClerkEmulator emulator;

	@LocalServerPort
	private int port;

	@Test
	@Order(1)
	void aSignedTokenOpensARunningServerWhoseOwnConnectionIsReplaced() {
		String ada = this.emulator.users().create((user) -> user.id("user_ada").emailAddress("ada@example.com"));
		assertThat(get(this.emulator.sessionToken(ada).mint()).value()).isEqualTo(200);
		ClerkAssertions.assertThat(this.emulator)
			.received("GET /users/{user_id}")
			.withPath("/v1/users/user_ada")
			.once();
	}

	@Test
	@Order(2)
	void theEmulatorIsNotResetWhereThatIsSwitchedOff() {
		assertThat(this.emulator.users().get("user_ada")).containsEntry("id", "user_ada");
	}

	@Test
	@Order(3)
	void oneClockCanMoveBoth() {
		String token = this.emulator.sessionToken("user_ada").mint();
		assertThat(get(token).value()).isEqualTo(200);
		this.emulator.clock().advance(Duration.ofMinutes(2));
		assertThat(get(token).value()).isEqualTo(401);
	}

	private HttpStatusCode get(String token) {
		return WebClient.create("http://127.0.0.1:" + this.port)
			.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode()))
			.block(Duration.ofSeconds(60));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SignedInApplication.Controller.class)
	static class Application {

		@Bean
		Clock clerkClock(ClerkEmulator emulator) {
			return emulator.clock();
		}

		@Bean
		ClerkConnectionDetails clerkConnectionDetails() {
			return new Elsewhere();
		}

	}

	static class Elsewhere implements ClerkConnectionDetails {

		@Override
		public String apiUrl() {
			return "http://127.0.0.1:1";
		}

		@Override
		public ClerkSecretKey secretKey() {
			return ClerkSecretKey.valueOf("sk_test_elsewhere0123456789");
		}

		@Override
		public ClerkPublishableKey publishableKey() {
			return ClerkPublishableKey.valueOf("pk_test_Y2xlcmsuZWxzZXdoZXJlLnRlc3Qk");
		}

	}

}
