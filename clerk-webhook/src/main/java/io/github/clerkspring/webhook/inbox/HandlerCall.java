package io.github.clerkspring.webhook.inbox;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Distinguishes failures of a handler from failures of the enclosing database operations.
 */
final class HandlerCall {

	private boolean called;

	private @Nullable Throwable failure;

	/**
	 * Call the handler within the transaction.
	 * @param handler the handler
	 */
	void run(Runnable handler) {
		this.called = true;
		try {
			handler.run();
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/**
	 * Run the transaction.
	 * @param transaction the transaction
	 * @return the result of the transaction
	 */
	boolean in(BooleanSupplier transaction) {
		try {
			return transaction.getAsBoolean();
		}
		catch (IllegalStateException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (this.failure instanceof RuntimeException cause) {
				throw cause;
			}
			if (this.called && !isUnavailable(ex)) {
				// Failures of the handler on commit, such as a deferred constraint
				throw ex;
			}
			throw new InboxUnavailableException("The database of the webhook inbox cannot be used", ex);
		}
	}

	private static boolean isUnavailable(RuntimeException failure) {
		return failure instanceof DataAccessResourceFailureException || failure instanceof TransientDataAccessException
				|| failure instanceof RecoverableDataAccessException
				|| (failure instanceof TransactionException && !(failure instanceof UnexpectedRollbackException));
	}

}
