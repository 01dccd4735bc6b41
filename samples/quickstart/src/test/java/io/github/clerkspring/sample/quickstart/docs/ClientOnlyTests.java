package io.github.clerkspring.sample.quickstart.docs;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application of docs/client.md that only calls Clerk.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureClerkEmulator(reset = false)
class ClientOnlyTests {

	@Autowired
	private ClerkEmulator emulator;

	@Test
	void callsClerkWhenItStarts() {
		assertThat(this.emulator.requests()).anySatisfy((request) -> assertThat(request.path()).endsWith("/users"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private static final Log logger = LogFactory.getLog(Application.class);

		@Bean
		ApplicationRunner report(ClerkBackendClient clerk) {
			return (arguments) -> clerk.users()
				.stream(UserQuery.create())
				.toIterable(1)
				.forEach((user) -> logger.info(user.id()));
		}

	}

}
