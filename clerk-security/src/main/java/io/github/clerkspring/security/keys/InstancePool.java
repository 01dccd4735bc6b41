package io.github.clerkspring.security.keys;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Bounded pool of objects that are slow to create and that only one thread may use at a
 * time. Nothing waits: if the slot of a thread is empty, another object is created. A
 * thread-local variable would keep an object for each thread and owner, without a bound,
 * and virtual threads would never use one twice.
 *
 * @param <T> the type of objects
 */
public final class InstancePool<T> {

	/**
	 * Maximum number of pooled objects; a power of two.
	 */
	static final int SLOTS = 32;

	private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);

	private final Supplier<T> factory;

	/**
	 * Create a pool.
	 * @param factory creates objects
	 */
	public InstancePool(Supplier<T> factory) {
		this.factory = factory;
	}

	/**
	 * Take an object out of the pool, or create one.
	 * @return an object that no other thread uses
	 */
	public T acquire() {
		T pooled = this.slots.getAndSet(slot(), null);
		return (pooled != null) ? pooled : this.factory.get();
	}

	/**
	 * Return an object to the pool, in its initial state. An object that is not returned
	 * is replaced.
	 * @param instance the object, which the caller does not use any more
	 */
	public void release(T instance) {
		this.slots.set(slot(), instance);
	}

	private static int slot() {
		return (int) Thread.currentThread().getId() & (SLOTS - 1);
	}

}
