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
 * Describes attempts that failed without a complete response, and determines whether they
 * may be retried.
 */
final class ConnectionFailure {

	private static final String REMEDY = "; reduce concurrent calls or increase clerk.client.pool.max-connections";

	private ConnectionFailure() {
	}

	/**
	 * Return the exception for the caller. It names the operation, and the reason if
	 * Spring's exception has no message; Spring's wrapper is removed from exceptions that
	 * are not connection failures, such as a refused URL.
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
	 * Return whether a described failure may be transient. A retry of a call that
	 * acquired no connection from the pool would only lengthen the queue.
	 */
	static boolean isTransient(Throwable ex) {
		return ex instanceof WebClientRequestException && !(ex.getCause() instanceof IllegalStateException);
	}

	static WebClientRequestException exception(Throwable cause, ClientRequest request) {
		return new WebClientRequestException(cause, request.method(), request.url(), HttpHeaders.EMPTY);
	}

	private static @Nullable String explainPool(Throwable cause) {
		if (cause instanceof PoolAcquireTimeoutException timeout) {
			return "no connection to Clerk became available within "
					+ ResponseTimeoutException.describe(timeout.getAcquireTimeout())
					+ " (clerk.client.pool.acquire-timeout)" + REMEDY;
		}
		if (cause instanceof PoolAcquirePendingLimitException) {
			return "the number of calls that wait for a connection to Clerk exceeds clerk.client.pool.max-pending"
					+ REMEDY;
		}
		return (cause instanceof PoolShutdownException) ? "the connections to Clerk are closed" : null;
	}

}
