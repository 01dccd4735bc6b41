package io.github.clerkspring.webhook.inbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbJdbcInboxTests extends AbstractJdbcInboxTests {

	private static DatabaseServer server;

	@BeforeAll
	static void startServer() {
		server = DatabaseServer.mariaDb();
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			server.close();
		}
	}

	@Override
	String url() {
		return "jdbc:mariadb://127.0.0.1:" + server.port() + "/inbox?createDatabaseIfNotExist=true";
	}

	@Override
	String user() {
		return "root";
	}

	@Override
	String platform() {
		return "mariadb";
	}

}
