package io.github.clerkspring.webhook.inbox;

/**
 * Runs work as a unit, such as a transaction.
 */
@FunctionalInterface
public interface UnitOfWork {

	/**
	 * Run the work. If it throws an exception, its effects are undone as far as possible,
	 * and the exception is passed on.
	 * @param work the work
	 */
	void run(Runnable work);

}
