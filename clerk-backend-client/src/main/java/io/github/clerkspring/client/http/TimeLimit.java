package io.github.clerkspring.client.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Subscriber of a {@code Mono} that cancels it, and fails, when its time is over. It is
 * one object in place of those of {@code Mono.timeout}, as the first of a value, an error
 * and the timeout terminates a {@code Mono}, and signals need not be serialized.
 *
 * @param <T> the type of the value
 */
abstract class TimeLimit<T> implements CoreSubscriber<T>, Subscription {

	private static final Disposable NOT_STARTED = Disposables.disposed();

	private final CoreSubscriber<? super T> actual;

	private final AtomicBoolean terminated = new AtomicBoolean();

	private volatile Subscription upstream = Operators.emptySubscription();

	private volatile Disposable timer = NOT_STARTED;

	TimeLimit(CoreSubscriber<? super T> actual) {
		this.actual = actual;
	}

	/** Return the failure of a subscriber whose time is over. */
	abstract Throwable timeout();

	/** Called once, before a value in time is passed on. */
	void accept(T value) {
		this.timer.dispose();
	}

	/**
	 * Start the timer, after the subscription.
	 * @param timer schedules a task, and returns what cancels it
	 */
	final void start(Function<Runnable, Disposable> timer) {
		if (!this.terminated.get()) {
			this.timer = timer.apply(this::expire);
			if (this.terminated.get()) {
				this.timer.dispose();
			}
		}
	}

	/** Return the timer, which does nothing if it was not started. */
	final Disposable timer() {
		return this.timer;
	}

	void expire() {
		if (this.terminated.compareAndSet(false, true)) {
			this.upstream.cancel();
			this.actual.onError(timeout());
		}
	}

	@Override
	public final Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription upstream) {
		this.upstream = upstream;
		this.actual.onSubscribe(this);
	}

	@Override
	public final void request(long n) {
		this.upstream.request(n);
	}

	@Override
	public final void onNext(T value) {
		if (!this.terminated.compareAndSet(false, true)) {
			Operators.onNextDropped(value, currentContext());
			return;
		}
		accept(value);
		this.actual.onNext(value);
		this.actual.onComplete();
	}

	@Override
	public final void onError(Throwable ex) {
		if (!this.terminated.compareAndSet(false, true)) {
			Operators.onErrorDropped(ex, currentContext());
			return;
		}
		this.timer.dispose();
		this.actual.onError(ex);
	}

	@Override
	public final void onComplete() {
		if (this.terminated.compareAndSet(false, true)) {
			this.timer.dispose();
			this.actual.onComplete();
		}
	}

	@Override
	public final void cancel() {
		this.terminated.set(true);
		this.timer.dispose();
		this.upstream.cancel();
	}

}
