package com.example;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator
class DemoApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	@LocalServerPort
	private int port;

	@Test
	void greetsUserByName() {
		String ada = this.clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		String token = this.clerk.sessionToken(ada).mint();
		get("/hello", token).expectStatus().isOk().expectBody(String.class).isEqualTo("Hello Ada");
		get("/hello", "no token").expectStatus().isUnauthorized();
		get("/admin", token).expectStatus().isForbidden();
	}

	private RestTestClient.ResponseSpec get(String path, String token) {
		return RestTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

}
