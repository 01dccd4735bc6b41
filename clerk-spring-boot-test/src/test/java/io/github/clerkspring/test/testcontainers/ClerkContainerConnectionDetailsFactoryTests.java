package io.github.clerkspring.test.testcontainers;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.utility.DockerImageName;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ClerkContainerConnectionDetailsFactoryTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, ClerkAutoConfiguration.class));

	@Test
	void theContainerTakesThePlaceOfTheProperties() {
		this.context.withUserConfiguration(Containers.class)
			.withPropertyValues("clerk.secret-key=sk_test_elsewhere0123456789")
			.run((application) -> {
				ClerkEmulator emulator = application.getBean(ClerkEmulator.class);
				ClerkConnectionDetails details = application.getBean(ClerkConnectionDetails.class);
				assertThat(details.apiUrl()).isEqualTo(emulator.baseUrl());
				assertThat(details.secretKey().value()).isEqualTo(emulator.secretKey());
				assertThat(details.publishableKey().value()).isEqualTo(emulator.publishableKey());
				assertThat(details.jwksUri()).isNull();
				assertThat(details.jwtKey()).isNull();
				assertThat(details.machineSecretKey()).isNull();
			});
	}

	@Test
	void anImageOfAnotherNameMustBeDeclaredCompatible() {
		DockerImageName mirrored = DockerImageName.parse("mirror.example/tools/clerk:1");
		assertThatIllegalStateException().isThrownBy(() -> new ClerkContainer(mirrored));
		assertThat(new ClerkContainer(mirrored.asCompatibleSubstituteFor(ClerkContainer.IMAGE_NAME)).getExposedPorts())
			.containsExactly(4000);
	}

	@Test
	void aContainerThatWasNotStartedSaysSo() {
		assertThatIllegalStateException().isThrownBy(() -> new ClerkContainer("clerk-emulator").baseUrl())
			.withMessage("The container of the Clerk emulator was not started");
	}

	@Configuration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		ClerkEmulator emulator() {
			return ClerkEmulator.start();
		}

		@Bean
		@ServiceConnection
		ClerkContainer container(ClerkEmulator emulator) {
			return new Stub(URI.create(emulator.baseUrl()));
		}

	}

	/** A container whose published port is that of an emulator in this process. */
	static class Stub extends ClerkContainer {

		private final URI address;

		Stub(URI address) {
			super("clerk-emulator");
			this.address = address;
		}

		@Override
		public void start() {
			containerIsStarted(null);
		}

		@Override
		public void stop() {
			// nothing runs
		}

		@Override
		public String getHost() {
			return this.address.getHost();
		}

		@Override
		public Integer getMappedPort(int originalPort) {
			assertThat(originalPort).isEqualTo(4000);
			return this.address.getPort();
		}

	}

}
