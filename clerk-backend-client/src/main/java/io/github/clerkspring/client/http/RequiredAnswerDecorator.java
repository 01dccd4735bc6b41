package io.github.clerkspring.client.http;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkApiException.Failure;

/**
 * Fails an operation whose response lacks the value to return, so that it is not mistaken
 * for an absent object.
 */
class RequiredAnswerDecorator extends ReactorHttpExchangeAdapterDecorator {

	RequiredAnswerDecorator(HttpExchangeAdapter delegate) {
		super(delegate);
	}

	@Override
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		return super.exchangeForEntityMono(values, bodyType).map((entity) -> {
			T body = entity.getBody();
			if (body == null) {
				throw ClerkApiException.of(failure(values, entity.getStatusCode()));
			}
			return body;
		});
	}

	private static Failure failure(HttpRequestValues values, HttpStatusCode status) {
		return new Failure(OperationAttributes.operation(values.getAttributes()), status.value(), List.of(), null, null,
				"without the value that the operation returns", null);
	}

}
