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
 * The webhooks of the emulated instance. What happens to its users, organizations,
 * sessions and the rest is posted to all endpoints, signed as Svix does. What fails is
 * tried again, seven times at most, when the emulator's clock says so.
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
	 * The secret of all endpoints that have none of their own.
	 * @return {@code whsec_} and base64
	 */
	public String secret() {
		return this.engine.secret();
	}

	/**
	 * Sends all events to an address, until the emulator is reset.
	 * @param url the address, over HTTP or HTTPS
	 * @return the endpoint
	 * @throws IllegalArgumentException if webhooks cannot go there
	 * @throws IllegalStateException if there are fifty endpoints already
	 */
	public WebhookEndpoint endpoint(String url) {
		return endpoint(url, (endpoint) -> {
		});
	}

	/**
	 * Sends events to an address, until the emulator is reset.
	 * @param url the address, over HTTP or HTTPS
	 * @param description says which events, signed with what
	 * @return the endpoint
	 * @throws IllegalArgumentException if webhooks cannot go there
	 * @throws IllegalStateException if there are fifty endpoints already
	 */
	public WebhookEndpoint endpoint(String url, Consumer<WebhookEndpointSeed> description) {
		return this.engine.add(url, false, description);
	}

	/**
	 * All endpoints, in the order in which they were added.
	 * @return a copy
	 */
	public List<WebhookEndpoint> endpoints() {
		return this.engine.endpoints();
	}

	/**
	 * Removes an endpoint, and drops what is on its way there.
	 * @param endpointId the id of the endpoint
	 * @throws IllegalArgumentException if it does not exist
	 */
	public void remove(String endpointId) {
		if (!this.engine.remove(endpointId)) {
			throw new IllegalArgumentException("There is no webhook endpoint " + endpointId);
		}
	}

	/**
	 * Sends any event, one of a type that Clerk does not have included. Nothing else
	 * happens in the instance.
	 * @param type the type, as {@code user.created}
	 * @param data the data, by their names on the wire
	 * @return the id of the message
	 * @throws IllegalStateException if no endpoint takes the type
	 */
	public String send(String type, Map<String, ?> data) {
		return publish(type, data, null);
	}

	/**
	 * Sends an event that receivers have to refuse.
	 * @param type the type, as {@code user.created}
	 * @param data the data, by their names on the wire
	 * @param flaw the flaw
	 * @return the id of the message
	 * @throws IllegalStateException if no endpoint takes the type
	 */
	public String send(String type, Map<String, ?> data, WebhookFlaw flaw) {
		return publish(type, data, flaw);
	}

	/**
	 * Sends a message once more, with the same id and body, to all endpoints that take
	 * it.
	 * @param messageId the id of one of the last thousand {@link #deliveries()}
	 * @throws IllegalArgumentException if it is not among them
	 */
	public void resend(String messageId) {
		if (!this.engine.resend(messageId)) {
			throw new IllegalArgumentException("There is no webhook " + messageId
					+ " among the last deliveries, or no endpoint takes it any more");
		}
	}

	/**
	 * Holds back all webhooks from now on. What is under way is not stopped.
	 */
	public void hold() {
		this.engine.hold();
	}

	/**
	 * The messages that are held back, or wait for those before them.
	 * @return their ids, in order
	 */
	public List<String> waiting() {
		return this.engine.waiting();
	}

	/**
	 * Sends held messages in their order.
	 */
	public void release() {
		this.engine.release(List.of());
	}

	/**
	 * Sends held messages in another order.
	 * @param order the ids of the messages that come first; the others follow as they
	 * happened
	 * @throws IllegalArgumentException if one of them is not held back
	 */
	public void release(List<String> order) {
		this.engine.release(order);
	}

	/**
	 * Sends held messages in reverse order.
	 */
	public void releaseReversed() {
		this.engine.releaseReversed();
	}

	/**
	 * Retries all failed messages without waiting for the clock.
	 */
	public void retryNow() {
		this.engine.retryNow();
	}

	/**
	 * Waits until every webhook that can be sent now has been answered. What is held back
	 * or is to be tried again later cannot.
	 * @param timeout how long to wait at most, in real time
	 * @throws IllegalStateException if it takes longer, or the thread must not block
	 */
	public void awaitIdle(Duration timeout) {
		this.engine.whenIdle().block(timeout);
	}

	/**
	 * The last thousand deliveries, oldest first.
	 * @return a copy
	 */
	public List<WebhookDelivery> deliveries() {
		return this.engine.deliveries();
	}

	/**
	 * How many deliveries were dropped since the last reset because ten thousand waited
	 * for the same endpoint.
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
