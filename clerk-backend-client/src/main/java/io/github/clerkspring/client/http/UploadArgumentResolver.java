package io.github.clerkspring.client.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Adds a {@link Resource} to the request as a file part. The resource is read once for
 * each subscription, on a thread that may block, so that a stream can be sent again by
 * retries.
 */
class UploadArgumentResolver implements HttpServiceArgumentResolver {

	private static final String UPLOAD = UploadArgumentResolver.class.getName() + ".upload";

	private static final ParameterizedTypeReference<Resource> RESOURCE = new ParameterizedTypeReference<>() {
	};

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
		if (part == null || !Resource.class.isAssignableFrom(parameter.getParameterType())) {
			return false;
		}
		String name = StringUtils.hasText(part.name()) ? part.name() : String.valueOf(parameter.getParameterName());
		if (!(argument instanceof Resource resource)) {
			throw new IllegalArgumentException(name + " must not be null");
		}
		Mono<Resource> upload = upload(name, resource);
		((ReactiveHttpRequestValues.Builder) values).addRequestPartPublisher(name, upload, RESOURCE);
		values.addAttribute(UPLOAD, upload);
		return true;
	}

	/** Execute an exchange when the file of the request, if any, is read. */
	static <T> Mono<T> afterFileIsRead(HttpRequestValues values, Mono<T> exchange) {
		return (values.getAttributes().get(UPLOAD) instanceof Mono<?> upload) ? upload.then(exchange) : exchange;
	}

	private static Mono<Resource> upload(String name, Resource resource) {
		return Mono.<Resource>fromCallable(() -> Upload.of(name, resource))
			.subscribeOn(Schedulers.boundedElastic())
			.cache();
	}

}
