package io.github.clerkspring.client.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;

/**
 * Puts the key on. It is the last filter, so that no other sees the key. A machine's own
 * key, where there is one, authorizes what machines do for themselves.
 */
class SecretKeyFilter implements ExchangeFilterFunction {

	private static final String MACHINE_OPERATIONS = "m2mTokens.";

	private final ClerkSecretKey secretKey;

	private final @Nullable Secret machineSecretKey;

	SecretKeyFilter(ClerkSecretKey secretKey, @Nullable Secret machineSecretKey) {
		this.secretKey = secretKey;
		this.machineSecretKey = machineSecretKey;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next
			.exchange(ClientRequest.from(request).headers((headers) -> headers.setBearerAuth(key(request))).build());
	}

	private String key(ClientRequest request) {
		return (this.machineSecretKey != null
				&& OperationAttributes.operation(request.attributes()).startsWith(MACHINE_OPERATIONS))
						? this.machineSecretKey.value() : this.secretKey.value();
	}

}
