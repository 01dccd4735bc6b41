package io.github.clerkspring.webhook;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.reactivestreams.Publisher;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.webhook.event.ClerkEvent;

/**
 * Listener that is called by the thread that publishes the event, and waits for the
 * asynchronous result of its method if the event is a {@link ClerkEvent}. Webhooks are
 * handled on threads that may block. The result is cancelled at the time limit, so that
 * it does not occupy a thread any longer.
 */
final class AwaitingEventListener extends ApplicationListenerMethodAdapter {

	private final ThreadLocal<Boolean> awaiting = new ThreadLocal<>();

	private final Supplier<Duration> timeLimit;

	private final ListenerFailures failures;

	AwaitingEventListener(String beanName, Class<?> targetClass, Method method, Supplier<Duration> timeLimit,
			ListenerFailures failures) {
		super(beanName, targetClass, method);
		this.timeLimit = timeLimit;
		this.failures = failures;
	}

	// The executor of an event multicaster would run it outside of the transaction
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (!(event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof ClerkEvent)) {
			super.onApplicationEvent(event);
			return;
		}
		boolean nested = this.awaiting.get() != null;
		this.awaiting.set(true);
		try {
			super.onApplicationEvent(event);
		}
		catch (RuntimeException | Error ex) {
			this.failures.add(ex);
			throw ex;
		}
		finally {
			if (!nested) {
				this.awaiting.remove();
			}
		}
	}

	@Override
	protected void handleResult(Object result) {
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
		if (this.awaiting.get() == null || adapter == null) {
			super.handleResult(result);
			return;
		}
		await(adapter.toPublisher(result)).forEach(super::handleResult);
	}

	private List<Object> await(Publisher<Object> result) {
		Duration limit = this.timeLimit.get();
		List<Object> values = Flux.from(result)
			.collectList()
			.timeout(limit, Mono.error(() -> new ListenerTimeoutException(limit)))
			.block();
		return (values != null) ? values : List.of();
	}

}
