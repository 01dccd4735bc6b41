package io.github.clerkspring.webhook.sync;

/**
 * Observer of reconciliations.
 */
@FunctionalInterface
public interface ReconciliationObserver {

	/**
	 * Notify of the end of a reconciliation.
	 * @param report the repaired differences
	 */
	void onEnd(ReconciliationReport report);

}
