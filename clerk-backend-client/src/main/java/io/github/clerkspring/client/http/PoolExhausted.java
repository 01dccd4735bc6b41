package io.github.clerkspring.client.http;

import java.util.concurrent.TimeoutException;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

/**
 * Explains a call that got no connection, because all are taken. It is not repeated: that
 * would only lengthen the queue.
 */
final class PoolExhausted {

	private PoolExhausted() {
	}

	static boolean isCauseOf(WebClientRequestException ex) {
		return ex.getCause() instanceof PoolAcquirePendingLimitException || ex.getCause() instanceof TimeoutException;
	}

	static WebClientRequestException explain(WebClientRequestException ex, ClientRequest request) {
		String reason = (ex.getCause() instanceof TimeoutException)
				? "no connection to Clerk became free within clerk.client.pool.acquire-timeout"
				: "more calls wait for a connection to Clerk than clerk.client.pool.max-pending allows";
		String message = OperationAttributes.operation(request.attributes()) + ": " + reason
				+ "; make fewer calls at once, or raise clerk.client.pool.max-connections";
		return new WebClientRequestException(new IllegalStateException(message, ex.getCause()), request.method(),
				request.url(), HttpHeaders.EMPTY);
	}

}
