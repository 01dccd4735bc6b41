package io.github.clerkspring.emulator.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts webhooks, each over a connection of its own, without following redirects.
 */
final class WebhookTransport {

	private final HttpClient client;

	WebhookTransport(String version) {
		this.client = HttpClient.create(ConnectionProvider.newConnection())
			.disableRetry(true)
			.headers((headers) -> headers
				.set(HttpHeaderNames.USER_AGENT, "Svix-Webhooks/1 (clerk-emulator " + version + ")")
				.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
				.set(HttpHeaderNames.ACCEPT, "*/*"));
	}

	/**
	 * Posts a message, never on the thread that subscribes.
	 * @param endpoint where it goes
	 * @param headers the headers of the signature
	 * @param content the body
	 * @return the status, or an error if there is no answer in time
	 */
	Mono<Integer> post(WebhookEndpoint endpoint, Map<String, String> headers, byte[] content) {
		return this.client.headers((all) -> headers.forEach(all::set))
			.headers((all) -> all.set(HttpHeaderNames.CONTENT_LENGTH, content.length))
			.post()
			.uri(endpoint.url())
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(content)))
			.response()
			.map((response) -> response.status().code())
			.timeout(endpoint.timeout())
			.subscribeOn(Schedulers.parallel());
	}

	static String explain(Throwable failure, Duration timeout) {
		return (failure instanceof TimeoutException) ? "no answer within " + timeout
				: failure.getClass().getSimpleName() + ": " + failure.getMessage();
	}

}
