package io.github.clerkspring.boot.webhook;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;

/**
 * Creates the tables of webhooks. Not for applications.
 */
public final class SchemaScripts {

	private SchemaScripts() {
	}

	/**
	 * Return what runs scripts when the application starts.
	 * @param dataSource the database
	 * @param mode in which databases the scripts run
	 * @param locations the locations of the scripts, with {@code @@platform@@} for the
	 * name of the database
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
