package io.github.clerkspring.webhook.inbox;

class H2JdbcInboxTests extends AbstractJdbcInboxTests {

	@Override
	String url() {
		return "jdbc:h2:mem:inbox;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
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
