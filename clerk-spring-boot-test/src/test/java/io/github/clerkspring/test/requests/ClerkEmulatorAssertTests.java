package io.github.clerkspring.test.requests;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClerkEmulatorAssertTests {

	private final ClerkEmulator emulator = ClerkEmulator.start();

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	void seedingIsNoRequest() {
		this.emulator.users().create("ada@example.com");
		ClerkAssertions.assertThat(this.emulator).receivedNothing().didNotReceive("POST /users");
	}

	@Test
	void findsTheCallThatIsMeant() {
		String ada = this.emulator.users().create("ada@example.com");
		String bob = this.emulator.users().create("bob@example.com");
		patch(ada, "Ada");
		patch(bob, "Bob");
		ClerkAssertions.assertThat(this.emulator).received("PATCH /users/{user_id}").times(2);
		ClerkAssertions.assertThat(this.emulator)
			.received("PATCH /users/{user_id}")
			.withPath("/v1/users/" + ada)
			.withBodyField("first_name", "Ada")
			.withoutBodyField("last_name")
			.withBody("{ \"first_name\": \"Ada\" }")
			.withHeader("Content-Type", "application/json")
			.withQuery("limit")
			.answeredWith(200)
			.once();
	}

	@Test
	void tellsWhatWasReceivedInstead() {
		patch("user_nobody", "Ada");
		RecordedRequestsAssert calls = ClerkAssertions.assertThat(this.emulator)
			.received("PATCH /users/{user_id}")
			.answeredWith(404);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> calls.withBodyField("first_name", "Bob"))
			.withMessageContaining("\"Ada\"");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> calls.times(2)).withMessageContaining("1");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.emulator).received("GET /users"))
			.withMessageContaining("/v1/users/user_nobody");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.emulator).didNotReceive("PATCH /users/{user_id}"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.emulator).receivedNothing());
	}

	private void patch(String userId, String firstName) {
		WebClient.create(this.emulator.baseUrl())
			.method(HttpMethod.PATCH)
			.uri("/v1/users/{id}", userId)
			.headers((headers) -> headers.setBearerAuth(this.emulator.secretKey()))
			.bodyValue(Map.of("first_name", firstName))
			.exchangeToMono((response) -> response.releaseBody())
			.block(Duration.ofSeconds(60));
	}

}
