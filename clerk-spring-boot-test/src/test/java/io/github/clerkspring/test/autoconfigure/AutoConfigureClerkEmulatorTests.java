package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.main.web-application-type=none")
@AutoConfigureClerkEmulator
class AutoConfigureClerkEmulatorTests {

	@Autowired
	private ClerkBackendClient clerk;

	@Autowired
	private ClerkEmulator emulator;

	@Test
	void theClientSpeaksToTheEmulatorWithoutAnyKeyConfigured() {
		String userId = this.emulator.users().create("ada@example.com");
		assertThat(this.clerk.users().get(userId).block(Duration.ofSeconds(60)).id()).isEqualTo(userId);
	}

	@RepeatedTest(2)
	void theEmulatorIsResetBeforeEachTest() {
		this.emulator.users().create("ada@example.com");
		assertThat(this.clerk.users().list(UserQuery.create()).block(Duration.ofSeconds(60)).data()).hasSize(1);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
