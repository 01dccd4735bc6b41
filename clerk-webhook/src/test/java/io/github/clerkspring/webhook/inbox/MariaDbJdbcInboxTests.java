package io.github.clerkspring.webhook.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import io.github.clerkspring.webhook.DatabaseServer;

import static org.assertj.core.api.Assertions.assertThat;

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

	@ParameterizedTest
	@ValueSource(strings = { "inbox/schema", "sync/schema", "sync/tables" })
	void scriptsOfMySqlAreThoseOfMariaDb(String name) throws IOException {
		assertThat(script(name + "-mysql.sql")).isEqualTo(script(name + "-mariadb.sql")).contains("CREATE TABLE");
	}

	private static String script(String name) throws IOException {
		return new ClassPathResource("io/github/clerkspring/webhook/" + name)
			.getContentAsString(StandardCharsets.UTF_8);
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
