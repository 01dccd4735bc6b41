package io.github.clerkspring.test.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClientConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.test.machine.MachineAuthentications;
import io.github.clerkspring.test.machine.MachineTokenContent;

/**
 * Mutator that establishes a machine for requests of a
 * {@link org.springframework.test.web.reactive.server.WebTestClient}.
 */
public final class ClerkMachineMutator extends MachineTokenContent<ClerkMachineMutator>
		implements WebTestClientConfigurer {

	ClerkMachineMutator(ClerkTokenType tokenType, String subject) {
		super(tokenType, subject);
	}

	@Override
	public void afterConfigurerAdded(WebTestClient.Builder builder, @Nullable WebHttpHandlerBuilder handlerBuilder,
			@Nullable ClientHttpConnector connector) {
		AuthenticationWebFilter.add(builder, handlerBuilder, connector,
				(context) -> MachineAuthentications.authenticate(this, context),
				"Send a token to a server that runs, and use @WithClerkMachine with MockMvc");
	}

	@Override
	protected ClerkMachineMutator self() {
		return this;
	}

}
