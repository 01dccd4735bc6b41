package io.github.clerkspring.client.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/**
 * Explains attempts that failed without a complete response, and tells which of them may
 * be repeated.
 */
final class ConnectionFailure {

	private static final String REMEDY = "; make fewer calls at once, or raise clerk.client.pool.max-connections";

	private ConnectionFailure() {
	}

	/**
	 * Return the exception for the caller: with the operation and the reason where
	 * Spring's has no message, and without Spring's around what is no failure of a
	 * connection, such as a refused URL.
	 */
	static Throwable explain(Throwable ex, ClientRequest request) {
		if (!(ex instanceof WebClientRequestException) || ex.getCause() == null) {
			return ex;
		}
		Throwable cause = ex.getCause();
		if (cause instanceof ForeignUrlException || cause instanceof IllegalStateException) {
			return cause;
		}
		String operation = OperationAttributes.operation(request.attributes());
		if (cause instanceof ResponseTimeoutException) {
			return exception(new TimeoutException(operation + ": " + cause.getMessage()), request);
		}
		if (cause instanceof ConnectTimeoutException) {
			String message = operation + ": " + cause.getMessage() + " (clerk.client.connect-timeout)";
			return exception(new ConnectTimeoutException(message), request);
		}
		String pool = explainPool(cause);
		if (pool != null) {
			return exception(new IllegalStateException(operation + ": " + pool, cause), request);
		}
		return StringUtils.hasText(ex.getMessage()) ? ex : exception(
				new IOException(operation + ": the connection failed, " + cause.getClass().getSimpleName(), cause),
				request);
	}

	/**
	 * Tell whether an explained failure may not happen again. A call that got no
	 * connection from the pool would only lengthen the queue.
	 */
	static boolean isTransient(Throwable ex) {
		return ex instanceof WebClientRequestException && !(ex.getCause() instanceof IllegalStateException);
	}

	static WebClientRequestException exception(Throwable cause, ClientRequest request) {
		return new WebClientRequestException(cause, request.method(), request.url(), HttpHeaders.EMPTY);
	}

	private static @Nullable String explainPool(Throwable cause) {
		if (cause instanceof PoolAcquireTimeoutException timeout) {
			return "no connection to Clerk became free within "
					+ ResponseTimeoutException.describe(timeout.getAcquireTimeout())
					+ " (clerk.client.pool.acquire-timeout)" + REMEDY;
		}
		if (cause instanceof PoolAcquirePendingLimitException) {
			return "more calls wait for a connection to Clerk than clerk.client.pool.max-pending allows" + REMEDY;
		}
		return (cause instanceof PoolShutdownException) ? "the connections to Clerk were closed" : null;
	}

}
