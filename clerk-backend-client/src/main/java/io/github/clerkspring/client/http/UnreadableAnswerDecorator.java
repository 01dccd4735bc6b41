package io.github.clerkspring.client.http;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkApiException.Failure;

/**
 * Converts the failure to read a successful response to a {@link ClerkApiException} with
 * the reason. The cause quotes nothing of the response, see {@link UnreadableJson}.
 */
class UnreadableAnswerDecorator extends ReactorHttpExchangeAdapterDecorator {

	UnreadableAnswerDecorator(HttpExchangeAdapter delegate) {
		super(delegate);
	}

	@Override
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		Mono<T> exchange = super.exchangeForBodyMono(values, bodyType);
		return UploadArgumentResolver.afterFileIsRead(values, exchange)
			.onErrorMap(UnreadableAnswerDecorator::isUnreadable, (ex) -> ClerkApiException.of(failure(values, ex)));
	}

	private static boolean isUnreadable(Throwable ex) {
		Throwable root = root(ex);
		return root instanceof CodecException || root instanceof DataBufferLimitException
				|| root instanceof UnsupportedMediaTypeException;
	}

	private static Failure failure(HttpRequestValues values, Throwable ex) {
		Throwable root = root(ex);
		return new Failure(OperationAttributes.operation(values.getAttributes()), HttpStatus.OK.value(), List.of(),
				null, null, "with a body that cannot be read: " + root.getMessage(), root);
	}

	private static Throwable root(Throwable ex) {
		return (ex instanceof WebClientException && ex.getCause() != null) ? ex.getCause() : ex;
	}

}
