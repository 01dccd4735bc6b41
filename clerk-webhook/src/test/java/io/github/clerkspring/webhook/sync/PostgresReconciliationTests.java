package io.github.clerkspring.webhook.sync;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.github.clerkspring.webhook.DatabaseServer;

class PostgresReconciliationTests extends AbstractReconciliationTests {

	private static DatabaseServer server;

	@BeforeAll
	static void startServer() {
		server = DatabaseServer.postgres();
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			server.close();
		}
	}

	@Override
	String url() {
		return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
	}

	@Override
	String user() {
		return "postgres";
	}

	@Override
	String platform() {
		return "postgresql";
	}

}
