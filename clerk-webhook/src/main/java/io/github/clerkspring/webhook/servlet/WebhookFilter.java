package io.github.clerkspring.webhook.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.webhook.LoggedFailure;
import io.github.clerkspring.webhook.ReceivedWebhook;
import io.github.clerkspring.webhook.WebhookOutcome;
import io.github.clerkspring.webhook.WebhookReceiver;

/**
 * Filter that receives webhooks on the servlet stack. It handles every request that it is
 * mapped to, and must only be mapped to the path of the webhooks. It precedes Spring
 * Security, since webhooks are authenticated by their signature.
 */
public final class WebhookFilter extends OncePerRequestFilter {

	private static final Log log = LogFactory.getLog(WebhookFilter.class);

	private static final boolean TRANSACTIONS = ClassUtils.isPresent(
			"org.springframework.transaction.support.TransactionSynchronizationManager",
			WebhookFilter.class.getClassLoader());

	private final WebhookReceiver receiver;

	private final AsyncTaskExecutor executor;

	/**
	 * Create the filter.
	 * @param receiver the receiver
	 * @param executor the executor for listeners, for which the request thread waits
	 * until the time limit
	 */
	public WebhookFilter(WebhookReceiver receiver, AsyncTaskExecutor executor) {
		this.receiver = receiver;
		this.executor = executor;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
		ReceivedWebhook webhook = this.receiver.begin();
		WebhookOutcome outcome = receive(webhook, request);
		if (outcome == WebhookOutcome.WRONG_METHOD) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
		}
		// Not sendError: the error dispatch would pass through Spring Security
		response.setStatus(this.receiver.finish(webhook, outcome));
	}

	private WebhookOutcome receive(ReceivedWebhook webhook, HttpServletRequest request) {
		int limit = this.receiver.options().maxBodySize();
		if (!HttpMethod.POST.matches(request.getMethod())) {
			return WebhookOutcome.WRONG_METHOD;
		}
		if (request.getContentLengthLong() > limit) {
			return WebhookOutcome.TOO_LARGE;
		}
		if (!this.receiver.verifyHeaders(webhook, (name) -> Collections.list(request.getHeaders(name)))) {
			return WebhookOutcome.REFUSED;
		}
		try {
			byte[] body = request.getInputStream().readNBytes(limit + 1);
			return (body.length > limit) ? WebhookOutcome.TOO_LARGE : receive(webhook, body);
		}
		catch (IOException ex) {
			log.debug("The body of a webhook could not be read", ex);
			return WebhookOutcome.REFUSED;
		}
	}

	private WebhookOutcome receive(ReceivedWebhook webhook, byte[] body) {
		if (!this.receiver.verify(webhook, body)) {
			return WebhookOutcome.REFUSED;
		}
		if (TRANSACTIONS && CurrentTransaction.isActive()) {
			return this.receiver.handle(webhook, body);
		}
		try {
			return await(this.executor.submit(() -> this.receiver.handle(webhook, body)));
		}
		catch (TaskRejectedException ex) {
			log.warn("A webhook is not handled: too many are being handled");
			return WebhookOutcome.UNAVAILABLE;
		}
	}

	private WebhookOutcome await(Future<WebhookOutcome> result) {
		try {
			return result.get(this.receiver.options().timeLimit().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// Listeners are canceled if they have not started, but never interrupted
			result.cancel(false);
			return WebhookOutcome.TIMEOUT;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return WebhookOutcome.UNAVAILABLE;
		}
		catch (ExecutionException ex) {
			log.error("A webhook is not handled", LoggedFailure.of(ex));
			return WebhookOutcome.FAILED;
		}
	}

}
