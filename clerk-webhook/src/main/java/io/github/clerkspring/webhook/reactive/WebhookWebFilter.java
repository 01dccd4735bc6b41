package io.github.clerkspring.webhook.reactive;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.github.clerkspring.webhook.LoggedFailure;
import io.github.clerkspring.webhook.ReceivedWebhook;
import io.github.clerkspring.webhook.WebhookOutcome;
import io.github.clerkspring.webhook.WebhookReceiver;

/**
 * Filter that receives webhooks on the reactive stack. It precedes Spring Security, since
 * webhooks are authenticated by their signature.
 */
public final class WebhookWebFilter implements WebFilter, Ordered {

	private static final Log logger = LogFactory.getLog(WebhookWebFilter.class);

	private static final byte[] EMPTY = {};

	private final WebhookReceiver receiver;

	private final PathPattern path;

	private final Scheduler scheduler;

	private final int order;

	/**
	 * Create the filter.
	 * @param receiver the receiver
	 * @param path the path, relative to the context path
	 * @param scheduler the scheduler for listeners, which can block
	 * @param order the order of the filter
	 */
	public WebhookWebFilter(WebhookReceiver receiver, String path, Scheduler scheduler, int order) {
		this.receiver = receiver;
		this.path = PathPatternParser.defaultInstance.parse(path);
		this.scheduler = scheduler;
		this.order = order;
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.path.matches(exchange.getRequest().getPath().pathWithinApplication())) {
			return chain.filter(exchange);
		}
		ReceivedWebhook webhook = this.receiver.begin();
		return receive(webhook, exchange.getRequest())
			.flatMap((outcome) -> respond(webhook, outcome, exchange.getResponse()));
	}

	private Mono<Void> respond(ReceivedWebhook webhook, WebhookOutcome outcome, ServerHttpResponse response) {
		if (outcome == WebhookOutcome.WRONG_METHOD) {
			response.getHeaders().set(HttpHeaders.ALLOW, HttpMethod.POST.name());
		}
		response.setRawStatusCode(this.receiver.finish(webhook, outcome));
		return response.setComplete();
	}

	private Mono<WebhookOutcome> receive(ReceivedWebhook webhook, ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		int limit = this.receiver.options().maxBodySize();
		if (request.getMethod() != HttpMethod.POST) {
			return Mono.just(WebhookOutcome.WRONG_METHOD);
		}
		if (headers.getContentLength() > limit) {
			return Mono.just(WebhookOutcome.TOO_LARGE);
		}
		if (!this.receiver.verifyHeaders(webhook, (name) -> headers.getOrDefault(name, List.of()))) {
			return Mono.just(WebhookOutcome.REFUSED);
		}
		return DataBufferUtils.join(request.getBody(), limit)
			.map(WebhookWebFilter::bytes)
			.defaultIfEmpty(EMPTY)
			.timeout(this.receiver.options().timeLimit())
			.flatMap((body) -> receive(webhook, body))
			.onErrorResume(WebhookWebFilter::unreadable);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static Mono<WebhookOutcome> unreadable(Throwable failure) {
		if (failure instanceof DataBufferLimitException) {
			return Mono.just(WebhookOutcome.TOO_LARGE);
		}
		logger.debug("The body of a webhook could not be read", failure);
		return Mono.just(WebhookOutcome.REFUSED);
	}

	private Mono<WebhookOutcome> receive(ReceivedWebhook webhook, byte[] body) {
		if (!this.receiver.verify(webhook, body)) {
			return Mono.just(WebhookOutcome.REFUSED);
		}
		return Mono.defer(() -> handle(webhook, body))
			.timeout(this.receiver.options().timeLimit(), Mono.just(WebhookOutcome.TIMEOUT))
			.onErrorResume(RejectedExecutionException.class, (ex) -> {
				logger.warn("A webhook is not handled: too many are being handled");
				return Mono.just(WebhookOutcome.UNAVAILABLE);
			})
			.onErrorResume((ex) -> {
				logger.error("A webhook is not handled", LoggedFailure.of(ex));
				return Mono.just(WebhookOutcome.FAILED);
			});
	}

	/**
	 * Call the listeners. They are not interrupted at the time limit, since this could
	 * corrupt the resources that they use.
	 * @param webhook the webhook
	 * @param body the body
	 * @return the outcome
	 */
	private Mono<WebhookOutcome> handle(ReceivedWebhook webhook, byte[] body) {
		return Mono.fromFuture(
				CompletableFuture.supplyAsync(() -> this.receiver.handle(webhook, body), this.scheduler::schedule),
				true);
	}

}
