package io.github.clerkspring.boot.webhook;

import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.SimpleTransactionStatus;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.ClerkDataSource;
import io.github.clerkspring.boot.ClerkTransactionManager;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncRequirementAutoConfiguration;
import io.github.clerkspring.webhook.inbox.Delivery;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.MemoryInbox;
import io.github.clerkspring.webhook.inbox.UnitOfWork;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.sync.ClerkUserSync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The database of the tables in applications with several data sources or transaction
 * managers.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseSelectionTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
				ClerkWebhookAutoConfiguration.class, ClerkDatabaseAutoConfiguration.class,
				ClerkJdbcInboxAutoConfiguration.class, ClerkWebhookReceiverAutoConfiguration.class,
				ClerkEndedSessionsAutoConfiguration.class, ClerkSyncAutoConfiguration.class,
				ClerkSyncRequirementAutoConfiguration.class, DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class))
		.withPropertyValues("clerk.secret-key=sk_test_0123456789",
				"clerk.webhook.signing-secrets=" + WebhookServer.SECRET, "spring.datasource.generate-unique-name=true");

	private final ApplicationContextRunner withTables = this.application.withPropertyValues("clerk.webhook.inbox=jdbc",
			"clerk.sync.tables=true", "clerk.ended-sessions.enabled=true");

	@Test
	void usesTheOnlyDataSource() {
		this.withTables.run((context) -> {
			assertTablesAreIn(context, context.getBean(DataSource.class));
			assertThat(context).hasSingleBean(JdbcTemplate.class).hasSingleBean(JdbcClient.class);
		});
	}

	@Test
	void usesThePrimaryDataSource() {
		this.withTables.withUserConfiguration(PrimaryDataSource.class)
			.run((context) -> assertTablesAreIn(context, context.getBean("first", DataSource.class)));
	}

	@Test
	void usesTheMarkedDataSource() {
		this.withTables.withUserConfiguration(MarkedDataSource.class)
			.run((context) -> assertTablesAreIn(context, context.getBean("second", DataSource.class)));
	}

	@Test
	void usesTheMarkedDataSourceAndNotThePrimaryOne() {
		this.withTables.withUserConfiguration(PrimaryAndMarkedDataSource.class).run((context) -> {
			assertTablesAreIn(context, context.getBean("second", DataSource.class));
			assertThat(context).hasSingleBean(PlatformTransactionManager.class);
		});
	}

	@Test
	void usesTheMarkedDataSourceBesidesThatOfSpringBoot() {
		this.withTables.withUserConfiguration(AdditionalDataSource.class)
			.run((context) -> assertTablesAreIn(context, context.getBean("additional", DataSource.class)));
	}

	@Test
	void refusesSeveralDataSources(CapturedOutput output) {
		ApplicationContextRunner several = this.application.withUserConfiguration(TwoDataSources.class);
		several.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MemoryInbox.class));
		several.withPropertyValues("clerk.webhook.inbox=jdbc")
			.run((context) -> assertRefused(context, "@ClerkDataSource"));
		several.withPropertyValues("clerk.sync.tables=true")
			.run((context) -> assertRefused(context, "@ClerkDataSource"));
		several.withPropertyValues("clerk.ended-sessions.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EndedSessionStore.class));
		assertThat(output).contains("mark one of several DataSources with @Primary or @ClerkDataSource");
	}

	@Test
	void usesTheTransactionManagerOfTheDataSource() {
		this.withTables.withUserConfiguration(PrimaryDataSource.class, TwoTransactionManagers.class)
			.run((context) -> assertTablesAreIn(context, context.getBean("first", DataSource.class)));
		this.withTables.withUserConfiguration(MarkedDataSource.class, TwoTransactionManagers.class)
			.run((context) -> assertTablesAreIn(context, context.getBean("second", DataSource.class)));
	}

	@Test
	void doesNotUseThePrimaryTransactionManagerOfAnotherDataSource() {
		this.withTables.withUserConfiguration(MarkedDataSource.class, TwoTransactionManagers.class)
			.withInitializer((context) -> context.addBeanFactoryPostProcessor((beans) -> {
				beans.getBeanDefinition("first").setPrimary(true);
				beans.getBeanDefinition("firstManager").setPrimary(true);
			}))
			.run((context) -> assertTablesAreIn(context, context.getBean("second", DataSource.class)));
	}

	@Test
	void usesTransactionsOfProxiedDataSource() {
		this.withTables.withUserConfiguration(ProxiedDataSource.class)
			.run((context) -> assertTablesAreIn(context, context.getBean(DataSource.class)));
	}

	@Test
	void usesThePrimaryTransactionManagerOfUnknownKind() {
		this.withTables.withUserConfiguration(UnknownTransactionManagers.class)
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor((beans) -> beans.getBeanDefinition("jta").setPrimary(true)))
			.run((context) -> assertThat(context.getBean(ClerkDatabase.class).transaction().getTransactionManager())
				.isSameAs(context.getBean("jta")));
	}

	@Test
	void usesTheTransactionManagerThatExposesTheDataSource() {
		this.withTables.withUserConfiguration(MarkedDataSource.class, UnknownTransactionManagers.class)
			.withBean("orm", PlatformTransactionManager.class, () -> new OrmTransactionManager(database("other")))
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor((beans) -> beans.getBeanDefinition("messages").setPrimary(true)))
			.run((context) -> {
				OrmTransactionManager orm = context.getBean("orm", OrmTransactionManager.class);
				assertThat(context.getBean(ClerkDatabase.class).transaction().getTransactionManager()).isNotSameAs(orm);
				orm.dataSource = context.getBean("second", DataSource.class);
				assertThat(context.getBean(ClerkDatabase.class).transaction().getTransactionManager()).isSameAs(orm);
			});
	}

	@Test
	void refusesSeveralTransactionManagersOfUnknownKind() {
		this.withTables.withUserConfiguration(UnknownTransactionManagers.class)
			.run((context) -> assertRefused(context, "@ClerkTransactionManager"));
		this.application.withUserConfiguration(UnknownTransactionManagers.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UnitOfWork.class));
	}

	@Test
	void usesTheMarkedTransactionManager() {
		ApplicationContextRunner marked = this.application
			.withUserConfiguration(UnknownTransactionManagers.class, MarkedTransactionManager.class)
			.withBean(TransactionalEventListenerFactory.class);
		marked.withPropertyValues("clerk.webhook.inbox=jdbc", "clerk.sync.tables=true")
			.run((context) -> assertThat(context.getBean(ClerkDatabase.class).transaction().getTransactionManager())
				.isSameAs(context.getBean("marked")));
		marked.run((context) -> {
			PseudoTransactionManager manager = context.getBean("marked", PseudoTransactionManager.class);
			context.getBean(UnitOfWork.class).run(() -> assertThat(manager.begun).isOne());
		});
	}

	private static void assertTablesAreIn(AssertableApplicationContext context, DataSource expected) {
		assertThat(context).hasNotFailed().hasSingleBean(ClerkUserSync.class).hasSingleBean(EndedSessionStore.class);
		for (DataSource dataSource : context.getBeansOfType(DataSource.class).values()) {
			Integer tables = new JdbcTemplate(dataSource).queryForObject("""
					SELECT COUNT(*) FROM information_schema.tables
					WHERE LOWER(table_name) IN ('clerk_webhook_delivery', 'clerk_user', 'clerk_ended_session')""",
					Integer.class);
			assertThat(tables).isEqualTo((dataSource == expected) ? 3 : 0);
		}
		Inbox inbox = context.getBean(Inbox.class);
		JdbcTemplate jdbc = new JdbcTemplate(expected);
		Delivery delivery = new Delivery("msg_1", "user.created", Instant.EPOCH, Instant.EPOCH, new byte[0]);
		assertThatIllegalArgumentException().isThrownBy(() -> inbox.handle(delivery, () -> {
			jdbc.update("INSERT INTO clerk_user (user_id, banned, locked, public_metadata) VALUES ('u', ?, ?, '{}')",
					false, false);
			throw new IllegalArgumentException("not today");
		}));
		assertThat(jdbc.queryForList("SELECT user_id FROM clerk_user")).isEmpty();
		assertThat(inbox.find("msg_1")).isNull();
	}

	private static void assertRefused(AssertableApplicationContext context, String remedy) {
		assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(ClerkConfigurationException.class,
					(failure) -> assertThat(failure.action()).contains(remedy));
	}

	private static DataSource database(String name) {
		return new DriverManagerDataSource(
				"jdbc:h2:mem:selection-" + name + "-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource first() {
			return database("first");
		}

		@Bean
		DataSource second() {
			return database("second");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryDataSource {

		@Bean
		@Primary
		DataSource first() {
			return database("first");
		}

		@Bean
		DataSource second() {
			return database("second");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryAndMarkedDataSource {

		@Bean
		@Primary
		DataSource first() {
			return database("first");
		}

		@Bean
		@ClerkDataSource
		DataSource second() {
			return database("second");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedDataSource {

		@Bean
		DataSource first() {
			return database("first");
		}

		@Bean
		@ClerkDataSource
		DataSource second() {
			return database("second");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AdditionalDataSource {

		@Bean(defaultCandidate = false)
		@ClerkDataSource
		DataSource additional() {
			return database("additional");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoTransactionManagers {

		@Bean
		PlatformTransactionManager firstManager(@Qualifier("first") DataSource first) {
			return new JdbcTransactionManager(first);
		}

		@Bean
		PlatformTransactionManager secondManager(@Qualifier("second") DataSource second) {
			return new JdbcTransactionManager(second);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxiedDataSource {

		@Bean
		DataSource dataSource() {
			return new TransactionAwareDataSourceProxy(database("proxied"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnknownTransactionManagers {

		@Bean
		PlatformTransactionManager jta() {
			return new PseudoTransactionManager();
		}

		@Bean
		PlatformTransactionManager messages() {
			return new PseudoTransactionManager();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedTransactionManager {

		@Bean
		@ClerkTransactionManager
		PlatformTransactionManager marked() {
			return new PseudoTransactionManager();
		}

	}

	public static class OrmTransactionManager extends PseudoTransactionManager {

		private DataSource dataSource;

		OrmTransactionManager(DataSource dataSource) {
			this.dataSource = dataSource;
		}

		public DataSource getDataSource() {
			return this.dataSource;
		}

	}

	static class PseudoTransactionManager implements PlatformTransactionManager {

		private int begun;

		@Override
		public TransactionStatus getTransaction(TransactionDefinition definition) {
			this.begun++;
			return new SimpleTransactionStatus();
		}

		@Override
		public void commit(TransactionStatus status) {
		}

		@Override
		public void rollback(TransactionStatus status) {
		}

	}

}
