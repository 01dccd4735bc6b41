package io.github.clerkspring.test.testcontainers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.test.EnabledWithDocker;
import io.github.clerkspring.test.remote.AbstractRemoteEmulatorTests;
import io.github.clerkspring.test.remote.SignedInApplication;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledWithDocker
@SpringBootTest(classes = SignedInApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.main.web-application-type=reactive")
@Import(ClerkContainerDockerTests.Containers.class)
class ClerkContainerDockerTests extends AbstractRemoteEmulatorTests {

	@Autowired
	private ClerkContainer container;

	@Test
	void theContainerReportsItsAddressAndKeys() {
		assertThat(this.container.baseUrl()).endsWith(":" + this.container.getFirstMappedPort());
		assertThat(this.container.jwksUrl()).startsWith(this.container.baseUrl());
		assertThat(this.container.secretKey()).startsWith("sk_test_");
		assertThat(this.container.publishableKey()).startsWith("pk_test_");
		assertThat(this.container.issuer()).startsWith("https://");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		ClerkContainer clerkContainer() {
			return new ClerkContainer("clerk-emulator");
		}

	}

}
