package io.github.clerkspring.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.event.MalformedEventException;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.inbox.Delivery;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.InboxUnavailableException;
import io.github.clerkspring.webhook.signature.InvalidWebhookException;
import io.github.clerkspring.webhook.signature.WebhookHeaders;
import io.github.clerkspring.webhook.signature.WebhookRejection;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

/**
 * Receiver of webhooks. It verifies the signature, reads the event and ensures that it is
 * handled once. The filters of both web stacks call its methods in this order:
 * {@link #begin()}, {@link #verifyHeaders}, {@link #verify}, {@link #handle},
 * {@link #finish}.
 */
public final class WebhookReceiver {

	private static final Log logger = LogFactory.getLog(WebhookReceiver.class);

	private final WebhookVerifier verifier;

	private final ClerkEventReader reader;

	private final Inbox inbox;

	private final ApplicationEventPublisher publisher;

	private final WebhookOptions options;

	private final WebhookReporter reporter;

	private final Clock clock;

	private final Set<WebhookRejection> warned = EnumSet.noneOf(WebhookRejection.class);

	/**
	 * Create the receiver.
	 * @param verifier the verifier of signatures
	 * @param reader the reader of events
	 * @param inbox the inbox
	 * @param publisher the publisher of events, which calls the listeners and propagates
	 * their exceptions
	 * @param options the options
	 * @param clock the clock
	 * @param observers the observers of deliveries
	 */
	public WebhookReceiver(WebhookVerifier verifier, ClerkEventReader reader, Inbox inbox,
			ApplicationEventPublisher publisher, WebhookOptions options, Clock clock, List<WebhookObserver> observers) {
		this.verifier = verifier;
		this.reader = reader;
		this.inbox = inbox;
		this.publisher = publisher;
		this.options = options;
		this.clock = clock;
		this.reporter = new WebhookReporter(observers, clock);
	}

	/**
	 * Return the options.
	 * @return the options
	 */
	public WebhookOptions options() {
		return this.options;
	}

	/**
	 * Begin the processing of a request.
	 * @return the webhook
	 */
	public ReceivedWebhook begin() {
		return new ReceivedWebhook();
	}

	/**
	 * Verify the headers before the body is read. This method does not block.
	 * @param webhook the webhook
	 * @param headers the function that returns all values of a header
	 * @return whether the body may be read
	 */
	public boolean verifyHeaders(ReceivedWebhook webhook, Function<String, ? extends @Nullable List<String>> headers) {
		try {
			WebhookHeaders values = WebhookHeaders.from(headers);
			this.verifier.verifyHeaders(values);
			webhook.headers(values);
			return true;
		}
		catch (InvalidWebhookException ex) {
			refused(ex.rejection());
			return false;
		}
	}

	/**
	 * Verify the signature. This method does not block.
	 * @param webhook the webhook, with verified headers
	 * @param body the body, exactly as received
	 * @return whether the webhook may be handled
	 */
	public boolean verify(ReceivedWebhook webhook, byte[] body) {
		try {
			this.verifier.verify(headers(webhook), body);
			return true;
		}
		catch (InvalidWebhookException ex) {
			refused(ex.rejection());
			return false;
		}
	}

	/**
	 * Handle a webhook, or store it for the worker. This method blocks.
	 * @param webhook the webhook, with a verified signature
	 * @param body the body
	 * @return the outcome
	 */
	public WebhookOutcome handle(ReceivedWebhook webhook, byte[] body) {
		WebhookHeaders headers = headers(webhook);
		try {
			ClerkEvent event = this.reader.read(headers.id(), sentAt(headers), body);
			webhook.envelope(event.envelope());
			if (!isExpectedInstance(event.envelope())) {
				refused(WebhookRejection.OTHER_INSTANCE);
				return WebhookOutcome.REFUSED;
			}
			return handle(event, delivery(event.envelope(), body));
		}
		catch (MalformedEventException ex) {
			refused(WebhookRejection.INVALID_BODY);
			return WebhookOutcome.REFUSED;
		}
		catch (UnreadableEventException ex) {
			webhook.envelope(ex.envelope());
			if (!isExpectedInstance(ex.envelope())) {
				refused(WebhookRejection.OTHER_INSTANCE);
				return WebhookOutcome.REFUSED;
			}
			return bury(ex, delivery(ex.envelope(), body));
		}
	}

	private WebhookOutcome handle(ClerkEvent event, Delivery delivery) {
		try {
			if (this.options.acceptThenProcess()) {
				return this.inbox.accept(delivery) ? WebhookOutcome.ACCEPTED : WebhookOutcome.DUPLICATE;
			}
			return this.inbox.handle(delivery, () -> this.publisher.publishEvent(event)) ? WebhookOutcome.HANDLED
					: WebhookOutcome.DUPLICATE;
		}
		catch (InboxUnavailableException ex) {
			logger.error("Webhook " + delivery + " is not handled: " + ex.getMessage(), LoggedFailure.of(ex));
			return WebhookOutcome.UNAVAILABLE;
		}
		catch (ListenerTimeoutException ex) {
			return WebhookOutcome.TIMEOUT;
		}
		catch (UnreadableEventException ex) {
			return bury(ex, delivery);
		}
		catch (Throwable ex) {
			logger.error("A listener failed to handle webhook " + delivery, LoggedFailure.of(ex));
			return WebhookOutcome.FAILED;
		}
	}

	private WebhookOutcome bury(UnreadableEventException failure, Delivery delivery) {
		logger.warn(failure.getMessage() + ". It is kept as a dead letter");
		try {
			return this.inbox.bury(delivery, UnreadableEventException.class.getName()) ? WebhookOutcome.UNREADABLE
					: WebhookOutcome.DUPLICATE;
		}
		catch (RuntimeException ex) {
			logger.error("Webhook " + delivery + " is not stored", LoggedFailure.of(ex));
			return WebhookOutcome.UNAVAILABLE;
		}
	}

	/**
	 * Finish the processing of a request.
	 * @param webhook the webhook
	 * @param outcome the outcome
	 * @return the status of the response
	 */
	public int finish(ReceivedWebhook webhook, WebhookOutcome outcome) {
		if (outcome == WebhookOutcome.TIMEOUT) {
			EventEnvelope envelope = webhook.envelope();
			logger.error("Webhook " + ((envelope != null) ? envelope : webhook.id()) + " is not handled within "
					+ this.options.timeLimit());
		}
		this.reporter.report(webhook.envelope(), outcome, webhook.startNanos());
		return outcome.status();
	}

	private boolean isExpectedInstance(EventEnvelope envelope) {
		return this.options.instanceId() == null || this.options.instanceId().equals(envelope.instanceId());
	}

	private Delivery delivery(EventEnvelope envelope, byte[] body) {
		return new Delivery(envelope.deliveryId(), envelope.type(), envelope.time(), this.clock.instant(), body);
	}

	private static WebhookHeaders headers(ReceivedWebhook webhook) {
		WebhookHeaders headers = webhook.headers();
		if (headers == null) {
			throw new IllegalStateException("The headers must be verified first");
		}
		return headers;
	}

	private static Instant sentAt(WebhookHeaders headers) {
		return Instant.ofEpochSecond(Long.parseLong(headers.timestamp()));
	}

	private void refused(WebhookRejection rejection) {
		boolean first;
		synchronized (this.warned) {
			first = this.warned.add(rejection);
		}
		if (first) {
			logger.warn("A webhook was refused: " + rejection.value() + ". Further ones are logged at DEBUG");
		}
		else {
			logger.debug("A webhook was refused: " + rejection.value());
		}
	}

}
