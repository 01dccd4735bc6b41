package io.github.clerkspring.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code DataSource} whose connections do not commit automatically, as with
 * {@code spring.datasource.hikari.auto-commit=false}: changes outside of a transaction
 * are lost.
 */
public class ManualCommitDataSource extends DriverManagerDataSource {

	public ManualCommitDataSource(String url, String user) {
		super(url, user, "");
	}

	@Override
	protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
		Connection connection = super.getConnectionFromDriver(properties);
		connection.setAutoCommit(false);
		return connection;
	}

}
