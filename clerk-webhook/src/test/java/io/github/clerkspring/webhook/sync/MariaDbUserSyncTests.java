package io.github.clerkspring.webhook.sync;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.github.clerkspring.webhook.DatabaseServer;

class MariaDbUserSyncTests extends AbstractUserSyncTests {

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
		return "jdbc:mariadb://127.0.0.1:" + server.port() + "/sync?createDatabaseIfNotExist=true";
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
