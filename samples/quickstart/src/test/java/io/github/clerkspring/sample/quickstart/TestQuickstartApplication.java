package io.github.clerkspring.sample.quickstart;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.testcontainers.utility.MountableFile;

import io.github.clerkspring.test.testcontainers.ClerkContainer;

/**
 * The application at the desk of a developer, with Clerk in a container:
 * {@code spring-boot:test-run}.
 */
public final class TestQuickstartApplication {

	private TestQuickstartApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.from(QuickstartApplication::main).with(ClerkInContainer.class).run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class ClerkInContainer {

		@Bean
		@ServiceConnection
		ClerkContainer clerkContainer() {
			return new ClerkContainer("clerk-emulator").withSeed(MountableFile.forClasspathResource("clerk.yaml"));
		}

		@Bean
		ApplicationRunner whereClerkIs(ClerkContainer clerk, Environment environment) {
			return (arguments) -> {
				String token = clerk.emulator().sessionToken("user_ada", "org_acme");
				System.out.printf("%nClerk is emulated at %s%n", clerk.baseUrl());
				System.out.printf(
						"%nAda, admin of Acme:%ncurl -i http://localhost:%s/me -H 'Authorization: Bearer %s'%n",
						environment.getProperty("local.server.port"), token);
			};
		}

	}

}
