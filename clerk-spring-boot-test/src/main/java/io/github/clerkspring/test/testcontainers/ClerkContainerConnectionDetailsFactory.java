package io.github.clerkspring.test.testcontainers;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.test.remote.RemoteClerkConnectionDetails;
import io.github.clerkspring.test.remote.RemoteClerkEmulator;

/**
 * Factory for the connection details of the emulator in a {@link ClerkContainer}.
 */
class ClerkContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<ClerkContainer, ClerkConnectionDetails> {

	@Override
	protected ClerkConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<ClerkContainer> source) {
		return new ClerkContainerConnectionDetails(source);
	}

	private static final class ClerkContainerConnectionDetails extends ContainerConnectionDetails<ClerkContainer>
			implements RemoteClerkConnectionDetails {

		private ClerkContainerConnectionDetails(ContainerConnectionSource<ClerkContainer> source) {
			super(source);
		}

		@Override
		public RemoteClerkEmulator emulator() {
			return getContainer().emulator();
		}

	}

}
