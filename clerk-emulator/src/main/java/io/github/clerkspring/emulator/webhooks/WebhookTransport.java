package io.github.clerkspring.emulator.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Posts webhooks, each over a connection of its own, without following redirects.
 */
final class WebhookTransport {

	private final String userAgent;

	WebhookTransport(String version) {
		this.userAgent = "Svix-Webhooks/1 (clerk-emulator " + version + ")";
	}

	/**
	 * Sends a message, not on the subscribing thread.
	 * @param endpoint the endpoint
	 * @param headers the headers of the signature
	 * @param content the body
	 * @return the status, or an error if there is no response in time
	 */
	Mono<Integer> post(WebhookEndpoint endpoint, Map<String, String> headers, byte[] content) {
		return Network.CLIENT.headers((all) -> headers.forEach(all::set))
			.headers((all) -> all.set(HttpHeaderNames.USER_AGENT, this.userAgent)
				.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
				.set(HttpHeaderNames.ACCEPT, "*/*")
				.set(HttpHeaderNames.CONTENT_LENGTH, content.length))
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

	/**
	 * Loaded for the first webhook. The event loops are not Reactor Netty's own, of which
	 * each closing application disposes.
	 */
	private static final class Network {

		private static final HttpClient CLIENT = HttpClient.create(ConnectionProvider.newConnection())
			.runOn(LoopResources.create("clerk-emulator-webhooks"))
			.disableRetry(true);

		private Network() {
		}

	}

}
