package io.github.clerkspring.test.remote;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.CreateUserRequest;
import io.github.clerkspring.client.user.User;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for an application that was pointed to an emulator in a container.
 */
public abstract class AbstractRemoteEmulatorTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Autowired
	private ClerkConnectionDetails connectionDetails;

	@Autowired
	private ClerkBackendClient clerk;

	@LocalServerPort
	private int port;

	@Test
	void theContainerTakesThePlaceOfTheConfiguredClerk() {
		assertThat(this.connectionDetails).isInstanceOf(RemoteClerkConnectionDetails.class);
		assertThat(this.connectionDetails.apiUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
	}

	@Test
	void aTokenOfTheContainerOpensTheApplicationWhichAsksTheContainer() {
		String userId = createUser("ada");
		get(token(userId)).expectStatus().isOk().expectBody(String.class).isEqualTo(userId);
	}

	@Test
	void aTokenWithAnotherSignatureIsRefused() {
		String token = token(createUser("eve"));
		String signature = token(createUser("mallory")).substring(token.lastIndexOf('.'));
		get(token.substring(0, token.lastIndexOf('.')) + signature).expectStatus().isUnauthorized();
	}

	private String createUser(String name) {
		CreateUserRequest request = CreateUserRequest.create().emailAddress(List.of(name + "@example.com"));
		return this.clerk.users().create(request).map(User::id).block(TIMEOUT);
	}

	private String token(String userId) {
		return this.clerk.sessions()
			.create(userId)
			.flatMap((session) -> this.clerk.sessions().createToken(session.id()))
			.map((token) -> token.jwt().value())
			.block(TIMEOUT);
	}

	private WebTestClient.ResponseSpec get(String token) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.responseTimeout(TIMEOUT)
			.build()
			.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

}
