package io.github.clerkspring.webhook.inbox;

/**
 * Unit of work, such as a transaction.
 */
@FunctionalInterface
public interface UnitOfWork {

	/**
	 * Run the work. If it throws an exception, its effects are rolled back if possible,
	 * and the exception is propagated.
	 * @param work the work
	 */
	void run(Runnable work);

}
