package io.github.clerkspring.boot.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;

/**
 * Properties of the inbox in a table.
 */
@ConfigurationProperties("clerk.webhook.jdbc")
public class ClerkWebhookJdbcProperties extends DatabaseInitializationProperties {

	private static final String SCHEMA = "classpath:io/github/clerkspring/webhook/inbox/schema-@@platform@@.sql";

	/**
	 * Name of the table.
	 */
	private String tableName = "clerk_webhook_delivery";

	/**
	 * Return the name of the table.
	 * @return the name
	 */
	public String getTableName() {
		return this.tableName;
	}

	/**
	 * Set the name of the table.
	 * @param tableName the name
	 */
	public void setTableName(String tableName) {
		this.tableName = tableName;
	}

	@Override
	public String getDefaultSchemaLocation() {
		return SCHEMA;
	}

}
