package io.github.clerkspring.test.compose;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.util.function.SingletonSupplier;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.test.remote.RemoteClerkConnectionDetails;
import io.github.clerkspring.test.remote.RemoteClerkEmulator;

/**
 * Factory for the connection details of a Docker Compose service whose image or label is
 * {@code clerk-emulator}. The control token is read from the environment of the service.
 */
class ClerkDockerComposeConnectionDetailsFactory extends DockerComposeConnectionDetailsFactory<ClerkConnectionDetails> {

	private static final int PORT = 4000;

	private static final String CONTROL_TOKEN = "CLERK_EMULATOR_CONTROL_TOKEN";

	ClerkDockerComposeConnectionDetailsFactory() {
		super("clerk-emulator");
	}

	@Override
	protected ClerkConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new ClerkDockerComposeConnectionDetails(source.getRunningService());
	}

	private static final class ClerkDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements RemoteClerkConnectionDetails {

		private final SingletonSupplier<RemoteClerkEmulator> emulator;

		private ClerkDockerComposeConnectionDetails(RunningService service) {
			super(service);
			String baseUrl = "http://" + service.host() + ":" + service.ports().get(PORT);
			String controlToken = service.env().get(CONTROL_TOKEN);
			this.emulator = SingletonSupplier.of(() -> RemoteClerkEmulator.at(baseUrl, controlToken));
		}

		@Override
		public RemoteClerkEmulator emulator() {
			return this.emulator.obtain();
		}

	}

}
