package io.github.clerkspring.boot.webhook;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;

/**
 * Creates the tables of webhooks.
 */
final class SchemaScripts {

	private SchemaScripts() {
	}

	static DataSourceScriptDatabaseInitializer initializer(DataSource dataSource, SchemaInitialization mode,
			String location) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(DatabaseInitializationMode.valueOf(mode.name()));
		settings.setSchemaLocations(new PlatformPlaceholderDatabaseDriverResolver().resolveAll(dataSource, location));
		return new DataSourceScriptDatabaseInitializer(dataSource, settings);
	}

}
