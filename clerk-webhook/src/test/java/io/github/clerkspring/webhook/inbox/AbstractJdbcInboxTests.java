package io.github.clerkspring.webhook.inbox;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.webhook.ManualCommitDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The contract of {@link Inbox}, on a database.
 */
abstract class AbstractJdbcInboxTests extends AbstractInboxTests {

	private JdbcTemplate jdbc;

	private JdbcTemplate managed;

	private TransactionTemplate transaction;

	abstract String url();

	abstract String user();

	abstract String platform();

	@Override
	Inbox create() {
		DataSource dataSource = new DriverManagerDataSource(url(), user(), "");
		this.jdbc = new JdbcTemplate(dataSource);
		DataSource manualCommit = new ManualCommitDataSource(url(), user());
		this.managed = new JdbcTemplate(manualCommit);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(manualCommit));
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("schema-" + platform() + ".sql", JdbcInbox.class));
		schema.execute(dataSource);
		schema.execute(dataSource);
		this.jdbc.execute("DROP TABLE IF EXISTS effect");
		this.jdbc.execute("CREATE TABLE effect (id VARCHAR(10) PRIMARY KEY)");
		this.jdbc.execute("DELETE FROM clerk_webhook_delivery");
		return inbox(this.transaction);
	}

	private JdbcInbox inbox(TransactionOperations transaction) {
		return new JdbcInbox(this.managed, transaction, CLOCK, "clerk_webhook_delivery");
	}

	@Test
	void rowAndEffectShareOneTransaction() {
		JdbcInbox inbox = inbox(this.transaction);
		AtomicInteger calls = new AtomicInteger();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> inbox.handle(delivery("msg_1"), () -> {
				insertEffect("one");
				calls.incrementAndGet();
				throw new IllegalArgumentException("no");
			}));
		assertThat(effects()).isZero();
		inbox.handle(delivery("msg_1"), () -> insertEffect("one"));
		assertThat(effects()).isEqualTo(1);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> inbox.handle(delivery("msg_2"), () -> insertEffect("one")));
		assertThat(inbox.find("msg_2")).isNull();
	}

	@Test
	void effectOfTheWorkerSharesOneTransaction() {
		JdbcInbox inbox = inbox(this.transaction);
		inbox.accept(delivery("msg_1"));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> inbox.process("msg_1", NOW, (delivery) -> {
				insertEffect("one");
				throw new IllegalArgumentException("no");
			}));
		assertThat(effects()).isZero();
		inbox.process("msg_1", NOW, (delivery) -> insertEffect("one"));
		assertThat(effects()).isEqualTo(1);
		assertThat(this.jdbc.queryForMap("SELECT body FROM clerk_webhook_delivery")).containsEntry("body", null);
	}

	@Test
	void keepsNoBodyOfWhatIsHandledAtOnce() {
		inbox(this.transaction).handle(delivery("msg_1"), () -> {
		});
		assertThat(this.jdbc.queryForMap("SELECT body FROM clerk_webhook_delivery")).containsEntry("body", null);
	}

	@Test
	void refusesToWorkWithoutTransaction() {
		JdbcInbox inbox = new JdbcInbox(this.jdbc, TransactionOperations.withoutTransaction(), CLOCK,
				"clerk_webhook_delivery");
		assertThatIllegalStateException().isThrownBy(() -> inbox.handle(delivery("msg_1"), () -> {
		})).withMessageContaining("data source");
		assertThat(inbox.find("msg_1")).isNull();
	}

	@Test
	void isUnavailableWithoutTable() {
		JdbcInbox inbox = new JdbcInbox(this.managed, this.transaction, CLOCK, "no_such_table");
		assertThatExceptionOfType(InboxUnavailableException.class)
			.isThrownBy(() -> inbox.handle(delivery("msg_1"), () -> {
			}));
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> inbox.accept(delivery("msg_1")));
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(inbox::size);
	}

	private void insertEffect(String id) {
		this.managed.update("INSERT INTO effect (id) VALUES (?)", id);
	}

	private int effects() {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM effect", Integer.class);
		return (count != null) ? count : -1;
	}

}
