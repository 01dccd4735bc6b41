package io.github.clerkspring.boot.webhook;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.boot.ClerkConfigurationException;

/**
 * Selects the data source and the transaction manager of the tables, when they are
 * required. Not intended for use by applications.
 */
public final class ClerkDatabase {

	/** Property of the transaction managers for JDBC and JPA. */
	private static final String DATA_SOURCE = "dataSource";

	private final ObjectProvider<DataSource> markedDataSource;

	private final ObjectProvider<DataSource> dataSources;

	private final ObjectProvider<PlatformTransactionManager> markedManager;

	private final ObjectProvider<PlatformTransactionManager> managers;

	ClerkDatabase(ObjectProvider<DataSource> markedDataSource, ObjectProvider<DataSource> dataSources,
			ObjectProvider<PlatformTransactionManager> markedManager,
			ObjectProvider<PlatformTransactionManager> managers) {
		this.markedDataSource = markedDataSource;
		this.dataSources = dataSources;
		this.markedManager = markedManager;
		this.managers = managers;
	}

	/**
	 * Return the data source.
	 * @return the marked data source, or the primary or only one
	 */
	public DataSource dataSource() {
		return this.markedDataSource.getIfAvailable(this.dataSources::getObject);
	}

	/**
	 * Return new operations on the database.
	 * @return the operations
	 */
	public JdbcTemplate jdbc() {
		return new JdbcTemplate(dataSource());
	}

	/**
	 * Return new transactions of the database.
	 * @return the transactions
	 */
	public TransactionTemplate transaction() {
		PlatformTransactionManager marked = this.markedManager.getIfAvailable();
		return new TransactionTemplate((marked != null) ? marked : select(dataSource()));
	}

	private PlatformTransactionManager select(DataSource dataSource) {
		PlatformTransactionManager unique = this.managers.getIfUnique();
		boolean dedicated = unwrap(dataSource) != unwrap(this.dataSources.getIfUnique());
		if (unique != null && isManagedBy(dataSource, unique, !dedicated)) {
			return unique;
		}
		List<PlatformTransactionManager> candidates = this.managers.stream()
			.filter((manager) -> isManagedBy(dataSource, manager, unique == null && !dedicated))
			.toList();
		if (candidates.size() > 1) {
			throw new ClerkConfigurationException(
					"There are several transaction managers for the tables of Clerk, and none of them is primary.",
					"Mark one of them with @Primary or @ClerkTransactionManager.");
		}
		return candidates.isEmpty() ? new JdbcTransactionManager(dataSource) : candidates.get(0);
	}

	private static boolean isManagedBy(DataSource dataSource, PlatformTransactionManager manager, boolean byDefault) {
		BeanWrapper properties = new BeanWrapperImpl(manager);
		Object managed = properties.isReadableProperty(DATA_SOURCE) ? properties.getPropertyValue(DATA_SOURCE) : null;
		return (managed instanceof DataSource other) ? unwrap(other) == unwrap(dataSource) : byDefault;
	}

	private static @Nullable DataSource unwrap(@Nullable DataSource dataSource) {
		return (dataSource instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null)
				? unwrap(delegating.getTargetDataSource()) : dataSource;
	}

}
