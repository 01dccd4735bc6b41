package io.github.clerkspring.webhook.sync;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataIntegrityViolationException;

import io.github.clerkspring.webhook.LoggedFailure;

/**
 * Objects whose values the database rejects. They are logged without the values, the
 * first one with a stack trace, and skipped, so that all other objects are stored. If
 * there are many, a table is probably wrong, and the failure is thrown.
 */
final class RejectedObjects {

	static final int MAX_SKIPPED = 100;

	private static final Log logger = LogFactory.getLog(RejectedObjects.class);

	private int count;

	/**
	 * Store an object unless the database rejects it.
	 * @param <T> the type of the object
	 * @param objects the objects of its type
	 * @param object the object
	 * @return whether the object is stored
	 */
	<T> boolean store(SyncedObjects<T> objects, T object) {
		try {
			return objects.store(object);
		}
		catch (DataIntegrityViolationException ex) {
			this.count++;
			if (this.count > MAX_SKIPPED) {
				throw ex;
			}
			logger.error(objects.type() + " " + objects.id(object) + " is not stored: the database rejected it, "
					+ LoggedFailure.describe(ex), (this.count == 1) ? LoggedFailure.of(ex) : null);
			return false;
		}
	}

	int count() {
		return this.count;
	}

}
