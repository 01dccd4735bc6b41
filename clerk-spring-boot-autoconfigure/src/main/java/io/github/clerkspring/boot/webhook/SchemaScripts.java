package io.github.clerkspring.boot.webhook;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;

/**
 * Factory for initializers of the tables for webhooks. Not intended for use by
 * applications.
 */
public final class SchemaScripts {

	private SchemaScripts() {
	}

	/**
	 * Return an initializer that runs scripts at startup.
	 * @param dataSource the data source
	 * @param mode the initialization mode
	 * @param locations the locations of the scripts, with {@code @@platform@@} for the
	 * name of the database platform
	 * @return the initializer
	 */
	public static DataSourceScriptDatabaseInitializer initializer(DataSource dataSource, SchemaInitialization mode,
			List<String> locations) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(DatabaseInitializationMode.valueOf(mode.name()));
		settings.setSchemaLocations(new PlatformPlaceholderDatabaseDriverResolver().resolveAll(dataSource,
				locations.toArray(String[]::new)));
		return new DataSourceScriptDatabaseInitializer(dataSource, settings);
	}

}
