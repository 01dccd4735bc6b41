package io.github.clerkspring.webhook.sync;

class H2ReconciliationTests extends AbstractReconciliationTests {

	@Override
	String url() {
		return "jdbc:h2:mem:reconciliation;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
	}

	@Override
	String user() {
		return "sa";
	}

	@Override
	String platform() {
		return "h2";
	}

}
