package io.github.clerkspring.test.compose;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ClerkDockerComposeConnectionDetailsFactoryTests {

	private static final String LABEL = "org.springframework.boot.service-connection";

	private static final String TOKEN = "token-of-compose";

	private ClerkEmulator emulator;

	@BeforeEach
	void start() {
		this.emulator = ClerkEmulator.start(ClerkEmulatorOptions.defaults().controlToken(TOKEN));
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk-emulator", "clerk-emulator:1.0" })
	void aServiceOfTheImageIsTheConnection(String image) {
		assertConnected(details(image, Map.of()));
	}

	@Test
	void aServiceOfAnotherImageCanSayThatItIsTheEmulator() {
		assertConnected(details("mirror.example/tools/clerk", Map.of(LABEL, "clerk-emulator")));
	}

	@Test
	void anotherServiceIsNone() {
		assertThat(details("mirror.example/tools/redis", Map.of())).isEmpty();
		assertThat(details("clerk-emulator", Map.of(LABEL, "redis"))).isEmpty();
	}

	@Test
	void anEmulatorThatIsGoneIsNamedWhenItIsAsked() {
		Map<Class<?>, ConnectionDetails> details = details("clerk-emulator", Map.of());
		this.emulator.close();
		assertThatIllegalStateException()
			.isThrownBy(() -> ((ClerkConnectionDetails) details.get(ClerkConnectionDetails.class)).secretKey())
			.withMessage("Nothing answers at " + this.emulator.baseUrl());
	}

	private void assertConnected(Map<Class<?>, ConnectionDetails> found) {
		assertThat(found).containsOnlyKeys(ClerkConnectionDetails.class);
		ClerkConnectionDetails details = (ClerkConnectionDetails) found.get(ClerkConnectionDetails.class);
		assertThat(details.apiUrl()).isEqualTo(this.emulator.baseUrl());
		assertThat(details.secretKey().value()).isEqualTo(this.emulator.secretKey());
		assertThat(details.publishableKey().value()).isEqualTo(this.emulator.publishableKey());
	}

	@Test
	void failureWithoutControlTokenNamesTheRemedy() {
		Map<Class<?>, ConnectionDetails> details = details("clerk-emulator", Map.of(), Map.of());
		assertThatIllegalStateException()
			.isThrownBy(() -> ((ClerkConnectionDetails) details.get(ClerkConnectionDetails.class)).secretKey())
			.withMessageContaining("status 401")
			.withMessageContaining("CLERK_EMULATOR_CONTROL_TOKEN");
	}

	private Map<Class<?>, ConnectionDetails> details(String image, Map<String, String> labels) {
		return details(image, labels, Map.of("CLERK_EMULATOR_CONTROL_TOKEN", TOKEN));
	}

	private Map<Class<?>, ConnectionDetails> details(String image, Map<String, String> labels,
			Map<String, String> environment) {
		URI address = URI.create(this.emulator.baseUrl());
		ConnectionPorts ports = mock(ConnectionPorts.class);
		given(ports.get(4000)).willReturn(address.getPort());
		RunningService service = mock(RunningService.class);
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.labels()).willReturn(labels);
		given(service.env()).willReturn(environment);
		given(service.host()).willReturn(address.getHost());
		given(service.ports()).willReturn(ports);
		DockerComposeConnectionSource source = mock(DockerComposeConnectionSource.class);
		given(source.getRunningService()).willReturn(service);
		return new ConnectionDetailsFactories(null).getConnectionDetails(source, false);
	}

}
