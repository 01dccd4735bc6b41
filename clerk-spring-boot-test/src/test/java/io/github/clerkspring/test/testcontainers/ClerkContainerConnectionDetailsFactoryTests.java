package io.github.clerkspring.test.testcontainers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

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

	@Test
	void passesTheControlTokenInFileOnly() {
		Stub container = new Stub(URI.create("http://clerk.example:4000"));
		container.configure();
		assertThat(container.getEnvMap()).containsEntry("CLERK_EMULATOR_CONTROL_TOKEN_FILE", "/clerk-control-token")
			.containsEntry("CLERK_EMULATOR_ALLOWED_HOST", "clerk.example");
		assertThat(container.copied).containsExactly(entry("/clerk-control-token", container.controlToken()));
		assertThat(container.getEnvMap().values()).doesNotContain(container.controlToken());
		assertThat(container).asString().doesNotContain(container.controlToken());
		assertThat(new ClerkContainer("clerk-emulator").controlToken()).hasSizeGreaterThan(16)
			.isNotEqualTo(container.controlToken());
	}

	@Configuration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		ClerkEmulator emulator() {
			return ClerkEmulator.start(ClerkEmulatorOptions.defaults().controlToken("token-of-container"));
		}

		@Bean
		@ServiceConnection
		ClerkContainer container(ClerkEmulator emulator) {
			return new Stub(URI.create(emulator.baseUrl())).withControlToken("token-of-container");
		}

	}

	/** A container whose published port is that of an emulator in this process. */
	static class Stub extends ClerkContainer {

		private final URI address;

		private final Map<String, String> copied = new HashMap<>();

		Stub(URI address) {
			super("clerk-emulator");
			this.address = address;
		}

		@Override
		public ClerkContainer withCopyToContainer(Transferable file, String path) {
			this.copied.put(path, new String(file.getBytes(), StandardCharsets.UTF_8));
			return super.withCopyToContainer(file, path);
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
