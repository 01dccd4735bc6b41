package io.github.clerkspring.emulator.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Ids;
import io.github.clerkspring.emulator.store.Json;

/**
 * Delivers events to endpoints. Thread-safe and non-blocking. Messages are due by the
 * emulator's clock, which is checked after each change and every second.
 */
public final class WebhookEngine {

	/** How many deliveries may wait for one endpoint. */
	static final int CAPACITY = 10_000;

	private static final Logger logger = LoggerFactory.getLogger(WebhookEngine.class);

	private final Clock clock;

	private final String instanceId;

	private final WebhookSecret secret;

	private final Ids ids;

	private final WebhookTransport transport;

	private final Lanes lanes = new Lanes();

	private final DeliveryJournal journal = new DeliveryJournal();

	private final List<Sinks.Empty<Void>> watchers = new ArrayList<>();

	private final RetryTimer timer = new RetryTimer(this::look);

	private boolean held;

	private int dropped;

	/**
	 * Creates an engine without endpoints.
	 * @param clock the clock of timestamps and retries
	 * @param instanceId the id of the instance, part of all messages
	 * @param secret the default signing secret
	 * @param version the version of the emulator, sent to receivers
	 * @throws IllegalArgumentException if the secret is not {@code whsec_} and base64
	 */
	public WebhookEngine(Clock clock, String instanceId, String secret, String version) {
		this.clock = clock;
		this.instanceId = instanceId;
		this.secret = WebhookSecret.of(secret);
		this.ids = new Ids(clock::millis);
		this.transport = new WebhookTransport(version);
	}

	/**
	 * The secret of endpoints that have none of their own.
	 * @return {@code whsec_} and base64
	 */
	public String secret() {
		return this.secret.value();
	}

	/**
	 * Adds an endpoint.
	 * @param url the URL
	 * @param permanent whether {@link #reset()} keeps it
	 * @param description customizes the endpoint
	 * @return the endpoint
	 * @throws IllegalArgumentException if the URL is not supported
	 * @throws IllegalStateException if there are already 50 endpoints
	 */
	public synchronized WebhookEndpoint add(String url, boolean permanent, Consumer<WebhookEndpointSeed> description) {
		this.lanes.requireRoom();
		WebhookEndpointSeed seed = new WebhookEndpointSeed(url, this.secret);
		description.accept(seed);
		WebhookEndpoint endpoint = seed.endpoint(this.ids.next("ep"));
		this.lanes.add(new Lane(endpoint, permanent));
		return endpoint;
	}

	/**
	 * Removes an endpoint and its pending messages.
	 * @param endpointId the id of the endpoint
	 * @return whether the endpoint existed
	 */
	public synchronized boolean remove(String endpointId) {
		Lane lane = this.lanes.remove(endpointId);
		if (lane != null) {
			lane.clear();
			tellWatchers();
		}
		return lane != null;
	}

	public synchronized List<WebhookEndpoint> endpoints() {
		return this.lanes.all().stream().map(Lane::endpoint).toList();
	}

	/**
	 * Sends an event to the endpoints that take it.
	 * @param type the type, as {@code user.created}
	 * @param data the data, read before this returns
	 * @param cause the request that caused it
	 * @param flaw the flaw, or null
	 * @return the id of the message, or null if no endpoint takes it
	 */
	public synchronized @Nullable String publish(String type, ObjectNode data, WebhookCause cause,
			@Nullable WebhookFlaw flaw) {
		List<Lane> takers = this.lanes.taking(type);
		if (takers.isEmpty()) {
			return null;
		}
		ObjectNode event = Json.object();
		event.set("data", data);
		event.set("event_attributes", cause.toJson());
		event.put("instance_id", this.instanceId).put("object", "event");
		event.put("timestamp", this.clock.millis()).put("type", type);
		WebhookMessage message = new WebhookMessage(this.ids.next("msg"), type, event, flaw);
		deliver(message, takers);
		return message.id();
	}

	/**
	 * Sends a message once more, under the same id.
	 * @param messageId the id of a message
	 * @return false if it is not among the last deliveries, or no endpoint takes it now
	 */
	public synchronized boolean resend(String messageId) {
		WebhookMessage message = this.journal.message(messageId);
		List<Lane> takers = (message != null) ? this.lanes.taking(message.type()) : List.of();
		if (message != null) {
			deliver(message.sound(), takers);
		}
		return !takers.isEmpty();
	}

	/**
	 * Suspends sending until {@link #release}. Attempts in progress are not cancelled.
	 */
	public synchronized void hold() {
		this.held = true;
		tellWatchers();
	}

	/**
	 * Sends held messages.
	 * @param order the ids of the messages that come first, in this order
	 * @throws IllegalArgumentException if one of them does not wait
	 */
	public synchronized void release(List<String> order) {
		this.lanes.reorder(order);
		this.held = false;
		this.lanes.all().forEach(this::pump);
	}

	/**
	 * Sends held messages in reverse order.
	 */
	public synchronized void releaseReversed() {
		List<String> order = new ArrayList<>(waiting());
		Collections.reverse(order);
		release(order);
	}

	/**
	 * The messages that wait to be sent, in order.
	 * @return their ids
	 */
	public synchronized List<String> waiting() {
		return List.copyOf(this.lanes.waiting());
	}

	/**
	 * Retries failed messages that are due.
	 */
	public void wake() {
		wake(this.clock.instant());
	}

	/**
	 * Retries all failed messages.
	 */
	public void retryNow() {
		wake(null);
	}

	/**
	 * The last deliveries, oldest first.
	 * @return at most a thousand
	 */
	public synchronized List<WebhookDelivery> deliveries() {
		return this.journal.all();
	}

	/**
	 * How many deliveries found the queue full.
	 * @return the number since the start or the last reset
	 */
	public synchronized int dropped() {
		return this.dropped;
	}

	/**
	 * Waits for the responses to all messages that are due. Suspended messages and later
	 * retries are not waited for.
	 * @return completion
	 */
	public synchronized Mono<Void> whenIdle() {
		if (isIdle()) {
			return Mono.empty();
		}
		Sinks.Empty<Void> watcher = Sinks.empty();
		this.watchers.add(watcher);
		return watcher.asMono();
	}

	/**
	 * Drops pending messages and the deliveries, and the endpoints that are not
	 * permanent.
	 */
	public synchronized void reset() {
		this.lanes.clear(false);
		this.journal.clear();
		this.held = false;
		this.dropped = 0;
		tellWatchers();
	}

	/**
	 * Discards all messages.
	 */
	public synchronized void close() {
		reset();
		this.lanes.clear(true);
		this.timer.dispose();
	}

	private void deliver(WebhookMessage message, List<Lane> takers) {
		for (Lane lane : takers) {
			Delivery delivery = new Delivery(message, lane.endpoint().id());
			this.journal.add(delivery);
			if (lane.size() < CAPACITY) {
				lane.add(delivery);
				pump(lane);
			}
			else {
				drop(delivery);
			}
		}
	}

	private void drop(Delivery delivery) {
		delivery.dropped();
		if (this.dropped++ == 0) {
			logger.warn("{} webhooks wait for an endpoint: {} and what follows is dropped until there is room",
					CAPACITY, delivery.message().id());
		}
	}

	private void pump(Lane lane) {
		Delivery delivery = (this.held) ? null : lane.take();
		if (delivery != null) {
			WebhookEndpoint endpoint = lane.endpoint();
			WebhookMessage message = delivery.message();
			Instant now = this.clock.instant();
			lane.run(this.transport.post(endpoint, message.headers(endpoint.key(), now), message.content())
				.map((status) -> new WebhookAttempt(now, status, null))
				.onErrorResume(
						(ex) -> Mono.just(new WebhookAttempt(now, 0, WebhookTransport.explain(ex, endpoint.timeout()))))
				.subscribe((attempt) -> attempted(lane, delivery, attempt)));
		}
	}

	private synchronized void attempted(Lane lane, Delivery delivery, WebhookAttempt attempt) {
		if (lane.finish(delivery, attempt, this.clock.instant())) {
			logger.debug("Webhook {} to {}: {}", delivery.message().id(), lane.endpoint().id(), attempt);
			pump(lane);
			keepLooking();
			tellWatchers();
		}
	}

	private synchronized void wake(@Nullable Instant now) {
		this.lanes.all().forEach((lane) -> {
			lane.requeue(now);
			pump(lane);
		});
	}

	private synchronized void look() {
		this.timer.wentOff();
		wake();
		keepLooking();
	}

	private void keepLooking() {
		if (this.lanes.all().stream().anyMatch(Lane::hasRetries)) {
			this.timer.set();
		}
	}

	private boolean isIdle() {
		return this.lanes.all().stream().noneMatch((lane) -> lane.isBusy() || (!this.held && lane.hasReady()));
	}

	private void tellWatchers() {
		if (isIdle()) {
			List.copyOf(this.watchers).forEach(Sinks.Empty::tryEmitEmpty);
			this.watchers.clear();
		}
	}

}
