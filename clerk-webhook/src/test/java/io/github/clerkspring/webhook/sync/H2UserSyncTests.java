package io.github.clerkspring.webhook.sync;

class H2UserSyncTests extends AbstractUserSyncTests {

	@Override
	String url() {
		return "jdbc:h2:mem:sync;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
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
