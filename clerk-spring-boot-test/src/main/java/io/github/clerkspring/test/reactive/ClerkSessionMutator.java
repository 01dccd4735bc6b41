package io.github.clerkspring.test.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClientConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import io.github.clerkspring.test.session.SessionAuthentications;
import io.github.clerkspring.test.session.SessionClaims;

/**
 * Mutator that establishes a session for requests of a
 * {@link org.springframework.test.web.reactive.server.WebTestClient}.
 */
public final class ClerkSessionMutator extends SessionClaims<ClerkSessionMutator> implements WebTestClientConfigurer {

	ClerkSessionMutator(String userId) {
		super(userId);
	}

	@Override
	public void afterConfigurerAdded(WebTestClient.Builder builder, @Nullable WebHttpHandlerBuilder handlerBuilder,
			@Nullable ClientHttpConnector connector) {
		AuthenticationWebFilter.add(builder, handlerBuilder, connector,
				(context) -> SessionAuthentications.authenticate(this, context),
				"Send a signed token to a server that runs, and use @WithClerkSession with MockMvc");
	}

	@Override
	protected ClerkSessionMutator self() {
		return this;
	}

}
