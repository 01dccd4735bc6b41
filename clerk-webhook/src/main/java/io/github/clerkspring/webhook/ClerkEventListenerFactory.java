package io.github.clerkspring.webhook;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

import io.github.clerkspring.webhook.event.ClerkEvent;

/**
 * Factory for listeners of {@link EventListener @EventListener} methods that receive
 * {@link ClerkEvent}s. Their failures are never lost: they are called by the thread that
 * publishes the event, also if the application publishes events asynchronously. If the
 * result of a method is a {@code Mono} or another asynchronous type, to which Spring
 * subscribes without waiting, they wait for the result, and cancel it at a time limit.
 */
public final class ClerkEventListenerFactory implements EventListenerFactory, Ordered {

	private static final String TRANSACTIONAL = "org.springframework.transaction.event.TransactionalEventListener";

	private final Supplier<Duration> timeLimit;

	private final ListenerFailures failures = new ListenerFailures();

	private volatile boolean listeners;

	private volatile boolean transactionalListeners;

	/**
	 * Create the factory.
	 * @param timeLimit the supplier of the maximum time to wait for the result of a
	 * listener, which is called for each result
	 */
	public ClerkEventListenerFactory(Supplier<Duration> timeLimit) {
		this.timeLimit = timeLimit;
	}

	/**
	 * Return a publisher that throws the exceptions of listeners, also if the event
	 * multicaster of the application suppresses them.
	 * @param publisher the publisher of the application
	 * @return the publisher
	 */
	public ApplicationEventPublisher publisher(ApplicationEventPublisher publisher) {
		return (event) -> this.failures.propagate(() -> publisher.publishEvent(event));
	}

	/**
	 * Return whether the application has listeners of {@link ClerkEvent}s.
	 * @return whether there is at least one such listener
	 */
	public boolean hasListeners() {
		return this.listeners;
	}

	/**
	 * Return whether the application has listeners of {@link ClerkEvent}s that are called
	 * in a phase of a transaction.
	 * @return whether there is at least one such listener
	 */
	public boolean hasTransactionalListeners() {
		return this.transactionalListeners;
	}

	@Override
	public int getOrder() {
		// Before the factories of Spring, of which the first for transactions has order
		// 50
		return 0;
	}

	@Override
	public boolean supportsMethod(Method method) {
		boolean narrow = eventTypes(method).anyMatch(ClerkEvent.class::isAssignableFrom);
		boolean transactional = AnnotatedElementUtils.isAnnotated(method, TRANSACTIONAL);
		this.listeners |= narrow;
		this.transactionalListeners |= narrow && transactional;
		boolean wide = eventTypes(method).anyMatch((type) -> type.isAssignableFrom(ClerkEvent.class));
		return (narrow || (wide && isAsynchronous(method.getReturnType()))) && !transactional;
	}

	private static Stream<Class<?>> eventTypes(Method method) {
		EventListener annotation = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
		Stream<Class<?>> declared = (annotation != null) ? Arrays.stream(annotation.classes()) : Stream.empty();
		if (method.getParameterCount() == 0) {
			return declared;
		}
		ResolvableType parameter = ResolvableType.forMethodParameter(method, 0);
		Class<?> type = parameter.toClass();
		return Stream.concat(declared, Stream.of(PayloadApplicationEvent.class.isAssignableFrom(type)
				? parameter.as(PayloadApplicationEvent.class).getGeneric().toClass() : type));
	}

	private static boolean isAsynchronous(Class<?> type) {
		return CompletionStage.class.isAssignableFrom(type)
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		return new AwaitingEventListener(beanName, type, method, this.timeLimit, this.failures);
	}

}
