package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.requests.ClerkAssertions;

import static org.assertj.core.api.Assertions.assertThat;

@JsonTest(properties = "spring.main.web-application-type=none")
@AutoConfigureClerkEmulator
class EmulatorInAnySliceTests {

	@Autowired
	private ClerkBackendClient clerk;

	@Autowired
	private ClerkEmulator emulator;

	@Test
	void aSliceWithoutWebHasTheClientToo() {
		String ada = this.emulator.users().create("ada@example.com");
		assertThat(this.clerk.users().get(ada).block(Duration.ofSeconds(60)).id()).isEqualTo(ada);
		ClerkAssertions.assertThat(this.emulator).received("GET /users/{user_id}").once();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
