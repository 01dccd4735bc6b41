package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.webhook.ClerkEventListenerFactory;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.event.UserEvent;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.MemoryInbox;
import io.github.clerkspring.webhook.inbox.UnitOfWork;
import io.github.clerkspring.webhook.reactive.WebhookWebFilter;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WebhookAutoConfigurationTests {

	private static final String SECRET = "clerk.webhook.signing-secrets=" + WebhookServer.SECRET;

	private static final AutoConfigurations WEBHOOKS = AutoConfigurations.of(ClerkWebhookAutoConfiguration.class,
			ClerkDatabaseAutoConfiguration.class, ClerkJdbcInboxAutoConfiguration.class,
			ClerkWebhookReceiverAutoConfiguration.class, ClerkServletWebhookAutoConfiguration.class,
			ClerkReactiveWebhookAutoConfiguration.class, TaskExecutionAutoConfiguration.class);

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner().withConfiguration(WEBHOOKS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(WEBHOOKS);

	@Test
	void registersFilterInFrontOfSecurity() {
		this.servlet.withPropertyValues(SECRET).run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean("clerkWebhookFilter",
					FilterRegistrationBean.class);
			assertThat(registration.getUrlPatterns()).containsExactly("/webhooks/clerk");
			assertThat(registration.getOrder()).isLessThan(-10000);
			assertThat(context).hasBean("applicationTaskExecutor");
		});
		this.reactive.withPropertyValues(SECRET)
			.run((context) -> assertThat(context.getBean(WebhookWebFilter.class).getOrder()).isLessThan(-10000));
	}

	@Test
	void registersNothingWithoutSecret(CapturedOutput output) {
		this.servlet.withPropertyValues("clerk.webhook.signing-secrets=", "clerk.webhook.signing-secret= ")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WebhookReceiver.class)
				.doesNotHaveBean("clerkWebhookFilter")
				.doesNotHaveBean(Inbox.class));
		this.reactive.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebhookWebFilter.class));
		assertThat(output).doesNotContain("receives no webhooks");
	}

	@Test
	void warnsOfListenersThatNoWebhookReaches(CapturedOutput output) {
		this.servlet.withBean(Listener.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce("receives no webhooks: set 'clerk.webhook.signing-secrets'");
	}

	@Test
	void warnsOfListenersThatWaitForTransactionsThatDoNotExist(CapturedOutput output) {
		this.servlet.withBean(TransactionalListener.class)
			.withBean(TransactionalEventListenerFactory.class)
			.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce("they are not called. Use @EventListener");
		this.servlet.withBean(TransactionalListener.class)
			.withBean(TransactionalEventListenerFactory.class)
			.withBean(PlatformTransactionManager.class, PseudoTransactionManager::new)
			.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce("they are not called. Use @EventListener");
	}

	@Test
	void startsWithReactiveTransactionsAlone(CapturedOutput output) {
		this.reactive.withBean(TransactionalListener.class)
			.withBean(TransactionalEventListenerFactory.class)
			.withBean(ReactiveTransactionManager.class, NoReactiveTransactions::new)
			.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(WebhookWebFilter.class)
				.doesNotHaveBean(UnitOfWork.class)
				.hasSingleBean(MemoryInbox.class));
		assertThat(output.getOut()).containsOnlyOnce("they are not called. Use @EventListener");
	}

	@Test
	void doesNotWarnWithSecret(CapturedOutput output) {
		this.servlet.withBean(Listener.class)
			.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("receives no webhooks");
	}

	@ParameterizedTest
	@CsvSource({ "CLERK_WEBHOOK_SIGNING_SECRET", "CLERK_WEBHOOK_SIGNING_SECRETS", "CLERK_WEBHOOK_SIGNINGSECRETS_0" })
	void bindsEnvironmentVariable(String name) {
		this.servlet
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						environment(Map.of(name, WebhookServer.SECRET))))
			.run((context) -> assertThat(context).hasSingleBean(WebhookReceiver.class));
	}

	private static MapPropertySource environment(Map<String, Object> variables) {
		return new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				variables);
	}

	@Test
	void isOffWhenClerkIsOff() {
		this.servlet.withPropertyValues(SECRET, "clerk.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ClerkEventListenerFactory.class)
				.doesNotHaveBean(WebhookReceiver.class));
	}

	@Test
	void worksWithoutJdbcAndTransactions() {
		this.servlet.withPropertyValues(SECRET)
			.withClassLoader(new FilteredClassLoader(JdbcTemplate.class, PlatformTransactionManager.class))
			.run((context) -> assertThat(context).hasNotFailed().getBean(Inbox.class).isInstanceOf(MemoryInbox.class));
	}

	@Test
	void saysWhatMemoryCannotDo(CapturedOutput output) {
		this.servlet.withPropertyValues(SECRET).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("in the memory of this process, the last 10000 of them");
		this.servlet.withPropertyValues(SECRET, "clerk.webhook.mode=accept-then-process")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("that are not handled by then are lost");
	}

	@Test
	void inboxOfApplicationWins() {
		Inbox own = new MemoryInbox(1, Runnable::run, Clock.systemUTC());
		this.servlet.withPropertyValues(SECRET, "clerk.webhook.inbox=jdbc")
			.withBean("own", Inbox.class, () -> own)
			.run((context) -> assertThat(context).getBean(Inbox.class).isSameAs(own));
	}

	@Test
	void refusesJdbcWithoutDataSource() {
		this.servlet.withPropertyValues(SECRET, "clerk.webhook.inbox=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(ClerkConfigurationException.class)
				.rootCause()
				.hasMessageContaining("clerk.webhook.inbox"));
	}

	@Test
	void refusesSecretThatIsNoneWithoutRepeatingIt() {
		this.servlet.withPropertyValues("clerk.webhook.signing-secrets=whsec_not-private")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.hasMessageContaining("clerk.webhook.signing-secrets")
				.hasMessageNotContaining("private"));
	}

	@ParameterizedTest
	@CsvSource({ "path,webhooks", "path,/", "path,/webhooks/*", "path,/webhooks/", "path,/webhooks/{id}",
			"path,/a/../b", "path,/./a", "max-body-size,0B", "max-body-size,-1B", "max-body-size,3GB", "time-limit,0s",
			"time-limit,-1s", "instance-id,org_1", "jdbc.table-name,a;b", "jdbc.schema,schema.sql", "max-concurrency,0",
			"retention,5d", "retention,1h", "memory.max-size,0", "worker.concurrency,0", "worker.poll-interval,0s",
			"worker.max-attempts,0", "worker.initial-backoff,0s", "worker.max-backoff,1s" })
	void refusesImpossibleSettings(String property, String value) {
		this.servlet.withPropertyValues(SECRET, "clerk.webhook." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.hasMessageContaining("clerk.webhook." + property));
	}

	static class TransactionalListener {

		@TransactionalEventListener
		void on(UserEvent event) {
		}

	}

	static class NoReactiveTransactions implements ReactiveTransactionManager {

		@Override
		public Mono<ReactiveTransaction> getReactiveTransaction(TransactionDefinition definition) {
			return Mono.error(new IllegalStateException("not used"));
		}

		@Override
		public Mono<Void> commit(ReactiveTransaction transaction) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> rollback(ReactiveTransaction transaction) {
			return Mono.empty();
		}

	}

	static class PseudoTransactionManager extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

	static class Listener {

		@EventListener
		void on(UserEvent event) {
		}

	}

}
