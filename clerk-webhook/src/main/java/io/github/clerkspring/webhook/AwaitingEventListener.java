package io.github.clerkspring.webhook;

import java.lang.reflect.Method;
import java.util.List;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Flux;

import io.github.clerkspring.webhook.event.ClerkEvent;

/**
 * Listener that waits for the asynchronous result of its method if the event is a
 * {@link ClerkEvent}. Webhooks are handled on threads that may block.
 */
final class AwaitingEventListener extends ApplicationListenerMethodAdapter {

	private final ThreadLocal<Boolean> awaiting = new ThreadLocal<>();

	AwaitingEventListener(String beanName, Class<?> targetClass, Method method) {
		super(beanName, targetClass, method);
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
		List<Object> values = Flux.from(adapter.toPublisher(result)).collectList().block();
		if (values != null) {
			values.forEach(super::handleResult);
		}
	}

}
