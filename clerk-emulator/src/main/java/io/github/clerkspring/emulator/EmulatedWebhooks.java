package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.webhooks.WebhookCause;
import io.github.clerkspring.emulator.webhooks.WebhookDelivery;
import io.github.clerkspring.emulator.webhooks.WebhookEndpoint;
import io.github.clerkspring.emulator.webhooks.WebhookEndpointSeed;
import io.github.clerkspring.emulator.webhooks.WebhookEngine;
import io.github.clerkspring.emulator.webhooks.WebhookFlaw;

/**
 * Webhooks of the emulated instance. Events are sent to all endpoints, with signatures of
 * Svix. A failed message is retried at most seven times, by the emulator's clock.
 *
 * <pre class="code">
 * clerk.webhooks().endpoint("http://localhost:" + port + "/webhooks/clerk");
 * clerk.users().create("ada@example.com");
 * clerk.webhooks().awaitIdle(Duration.ofSeconds(5));
 * </pre>
 */
public final class EmulatedWebhooks {

	private final WebhookEngine engine;

	EmulatedWebhooks(WebhookEngine engine) {
		this.engine = engine;
	}

	/**
	 * Returns the default secret of endpoints.
	 * @return {@code whsec_} and base64
	 */
	public String secret() {
		return this.engine.secret();
	}

	/**
	 * Adds an endpoint for all events, until a reset of the emulator.
	 * @param url the HTTP or HTTPS URL
	 * @return the endpoint
	 * @throws IllegalArgumentException if the URL is not supported
	 * @throws IllegalStateException if there are already 50 endpoints
	 */
	public WebhookEndpoint endpoint(String url) {
		return endpoint(url, (endpoint) -> {
		});
	}

	/**
	 * Adds an endpoint, until a reset of the emulator.
	 * @param url the HTTP or HTTPS URL
	 * @param description customizes types, secret and timeout
	 * @return the endpoint
	 * @throws IllegalArgumentException if the URL is not supported
	 * @throws IllegalStateException if there are already 50 endpoints
	 */
	public WebhookEndpoint endpoint(String url, Consumer<WebhookEndpointSeed> description) {
		return this.engine.add(url, false, description);
	}

	/**
	 * Returns all endpoints, in the order of their addition.
	 * @return a copy
	 */
	public List<WebhookEndpoint> endpoints() {
		return this.engine.endpoints();
	}

	/**
	 * Removes an endpoint and its pending messages.
	 * @param endpointId the id of the endpoint
	 * @throws IllegalArgumentException if it does not exist
	 */
	public void remove(String endpointId) {
		if (!this.engine.remove(endpointId)) {
			throw new IllegalArgumentException("There is no webhook endpoint " + endpointId);
		}
	}

	/**
	 * Sends an event of any type, including types unknown to Clerk, without a change of
	 * the instance.
	 * @param type the type, such as {@code user.created}
	 * @param data the data, by JSON names
	 * @return the id of the message
	 * @throws IllegalStateException if no endpoint accepts the type
	 */
	public String send(String type, Map<String, ?> data) {
		return publish(type, data, null);
	}

	/**
	 * Sends an event that receivers must reject.
	 * @param type the type, such as {@code user.created}
	 * @param data the data, by JSON names
	 * @param flaw the flaw
	 * @return the id of the message
	 * @throws IllegalStateException if no endpoint accepts the type
	 */
	public String send(String type, Map<String, ?> data, WebhookFlaw flaw) {
		return publish(type, data, flaw);
	}

	/**
	 * Resends a message, with the same id and body, to all endpoints that accept its
	 * type.
	 * @param messageId the id of one of the last 1000 {@link #deliveries()}
	 * @throws IllegalArgumentException if the message is unknown
	 */
	public void resend(String messageId) {
		if (!this.engine.resend(messageId)) {
			throw new IllegalArgumentException("There is no webhook " + messageId
					+ " among the last deliveries, or no endpoint takes it any more");
		}
	}

	/**
	 * Suspends the sending of webhooks. Attempts in progress are not cancelled.
	 */
	public void hold() {
		this.engine.hold();
	}

	/**
	 * Returns the messages that are suspended or waiting for previous ones.
	 * @return their ids, in order
	 */
	public List<String> waiting() {
		return this.engine.waiting();
	}

	/**
	 * Sends the suspended messages in their order.
	 */
	public void release() {
		this.engine.release(List.of());
	}

	/**
	 * Sends the suspended messages in another order.
	 * @param order the ids of the first messages; the others follow in the order of their
	 * events
	 * @throws IllegalArgumentException if a message is not suspended
	 */
	public void release(List<String> order) {
		this.engine.release(order);
	}

	/**
	 * Sends the suspended messages in reverse order.
	 */
	public void releaseReversed() {
		this.engine.releaseReversed();
	}

	/**
	 * Retries all failed messages immediately.
	 */
	public void retryNow() {
		this.engine.retryNow();
	}

	/**
	 * Waits for the responses to all webhooks that are due. Suspended messages and later
	 * retries are not waited for.
	 * @param timeout the maximum time to wait, in real time
	 * @throws IllegalStateException after the timeout, or if the thread must not block
	 */
	public void awaitIdle(Duration timeout) {
		this.engine.whenIdle().block(timeout);
	}

	/**
	 * Returns the last 1000 deliveries, oldest first.
	 * @return a copy
	 */
	public List<WebhookDelivery> deliveries() {
		return this.engine.deliveries();
	}

	/**
	 * Returns the number of deliveries dropped since the last reset, because 10,000
	 * messages were waiting for the same endpoint.
	 * @return the number
	 */
	public int dropped() {
		return this.engine.dropped();
	}

	private String publish(String type, Map<String, ?> data, @Nullable WebhookFlaw flaw) {
		ObjectNode tree = JsonMapper.shared().valueToTree(data);
		String id = this.engine.publish(type, tree, WebhookCause.EMULATOR, flaw);
		if (id == null) {
			throw new IllegalStateException("No webhook endpoint takes " + type + "; add one with endpoint(url)");
		}
		return id;
	}

}
