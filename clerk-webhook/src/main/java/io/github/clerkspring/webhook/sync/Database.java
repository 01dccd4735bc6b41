package io.github.clerkspring.webhook.sync;

import java.sql.Connection;
import java.util.Locale;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Databases that differ in their SQL syntax.
 */
enum Database {

	/**
	 * PostgreSQL and others with its driver. A failed insert would abort the transaction.
	 */
	POSTGRESQL(" ON CONFLICT DO NOTHING", " FOR SHARE"),

	/**
	 * MySQL and MariaDB. A failed insert would leave a shared lock, which can cause
	 * deadlocks.
	 */
	MYSQL(" ON DUPLICATE KEY UPDATE %1$s = %1$s", " LOCK IN SHARE MODE"),

	/** H2 and others. */
	OTHER("", " FOR UPDATE");

	private final String onConflict;

	private final String share;

	Database(String onConflict, String share) {
		this.onConflict = onConflict;
		this.share = share;
	}

	String onConflict(String key) {
		return this.onConflict.formatted(key);
	}

	String share() {
		return this.share;
	}

	static Database of(JdbcOperations jdbc) {
		String product = jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName());
		String name = String.valueOf(product).toLowerCase(Locale.ROOT);
		if (name.contains("postgres")) {
			return POSTGRESQL;
		}
		return (name.contains("mysql") || name.contains("mariadb")) ? MYSQL : OTHER;
	}

}
