package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.boot.ClerkTransactionManager;
import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.ClerkEventListenerFactory;
import io.github.clerkspring.webhook.WebhookObserver;
import io.github.clerkspring.webhook.WebhookOutcome;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.WebhookWorker;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.UnitOfWork;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for receiving webhooks.
 */
@AutoConfiguration(after = ClerkWebhookAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass(WebhookReceiver.class)
@ConditionalOnBean(ClerkWebhookConnectionDetails.class)
public final class ClerkWebhookReceiverAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkEventReader clerkEventReader() {
		return new ClerkEventReader();
	}

	@Bean
	@ConditionalOnMissingBean
	Inbox clerkWebhookInbox(ClerkWebhookProperties properties, ObjectProvider<UnitOfWork> unitOfWork,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, Environment environment) {
		return MemoryInboxFactory.create(properties, unitOfWork.getIfUnique(() -> Runnable::run),
				WebhookSettings.clock(clock), environment);
	}

	@Bean
	@ConditionalOnMissingBean
	WebhookWorker clerkWebhookWorker(Inbox inbox, ClerkEventReader reader, ApplicationEventPublisher publisher,
			ClerkEventListenerFactory listeners, ClerkWebhookProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, ObjectProvider<WebhookObserver> observers) {
		return new WebhookWorker(inbox, reader, listeners.publisher(publisher),
				new WebhookSettings(properties).workerOptions(), WebhookSettings.clock(clock),
				observers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	WebhookReceiver clerkWebhookReceiver(ClerkWebhookConnectionDetails connectionDetails, ClerkEventReader reader,
			Inbox inbox, WebhookWorker worker, ApplicationEventPublisher publisher, ClerkEventListenerFactory listeners,
			ClerkWebhookProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock,
			ObjectProvider<WebhookObserver> observers) {
		WebhookObserver wakeUp = (report) -> {
			if (report.outcome() == WebhookOutcome.ACCEPTED) {
				worker.wakeUp();
			}
		};
		List<WebhookObserver> all = Stream.concat(observers.orderedStream(), Stream.of(wakeUp)).toList();
		Clock time = WebhookSettings.clock(clock);
		return new WebhookReceiver(WebhookSettings.verifier(connectionDetails.signingSecrets(), time), reader, inbox,
				listeners.publisher(publisher), new WebhookSettings(properties).options(), time, all);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ PlatformTransactionManager.class, TransactionalEventListenerFactory.class })
	static class TransactionConfiguration {

		@Bean
		@ConditionalOnBean(TransactionalEventListenerFactory.class)
		MissingTransactionWarning clerkMissingTransactionWarning(ClerkEventListenerFactory listeners,
				@ClerkTransactionManager ObjectProvider<PlatformTransactionManager> marked,
				ObjectProvider<PlatformTransactionManager> transactionManager) {
			return new MissingTransactionWarning(listeners,
					() -> marked.getIfAvailable(transactionManager::getIfUnique) != null);
		}

		// Listeners for transaction phases are only called within a transaction
		@Bean
		@Conditional(OnTransactionManagerCondition.class)
		@ConditionalOnMissingBean
		UnitOfWork clerkWebhookUnitOfWork(@ClerkTransactionManager ObjectProvider<PlatformTransactionManager> marked,
				ObjectProvider<PlatformTransactionManager> transactionManager, ClerkWebhookProperties properties) {
			TransactionTemplate transaction = new TransactionTemplate(
					marked.getIfAvailable(transactionManager::getObject));
			transaction.setTimeout(new WebhookSettings(properties).transactionTimeout());
			return (work) -> transaction.executeWithoutResult((status) -> work.run());
		}

	}

	static class OnTransactionManagerCondition extends AnyNestedCondition {

		OnTransactionManagerCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnSingleCandidate(PlatformTransactionManager.class)
		static class Single {

		}

		@ConditionalOnBean(annotation = ClerkTransactionManager.class)
		static class Marked {

		}

	}

}
