package io.github.clerkspring.sample.webhooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The application with PostgreSQL in a container, started by
 * {@code spring-boot:test-run}.
 */
public final class TestWebhooksApplication {

	private TestWebhooksApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.from(WebhooksApplication::main).with(PostgreSqlInContainer.class).run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class PostgreSqlInContainer {

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgreSql() {
			return new PostgreSQLContainer("postgres:18-alpine");
		}

	}

}
