package io.github.clerkspring.test.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * Sends webhooks of the emulator to the application under test and waits for their
 * handling. It is contributed by
 * {@link io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator}, which also
 * sends the events of the emulator to an application that runs on a port and has
 * listeners.
 *
 * <pre class="code">
 * String userId = this.clerk.users().create("ada@example.com");
 * this.webhooks.await();
 *
 * DeliveryEntry delivery = this.webhooks.send("user.deleted", Map.of("id", userId));
 * assertThat(this.inbox).hasHandled(delivery.id());
 * </pre>
 */
public final class ClerkWebhookTester {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ClerkEmulator emulator;

	private final Inbox inbox;

	private final DeliverySignal signal;

	private final Environment environment;

	private final String path;

	/**
	 * Create the tester.
	 * @param emulator the emulator
	 * @param inbox the inbox of the application
	 * @param signal the signal of deliveries
	 * @param environment the environment with the port of the application
	 * @param path the path of webhooks
	 */
	public ClerkWebhookTester(ClerkEmulator emulator, Inbox inbox, DeliverySignal signal, Environment environment,
			String path) {
		this.emulator = emulator;
		this.inbox = inbox;
		this.signal = signal;
		this.environment = environment;
		this.path = path;
	}

	/**
	 * Send the events of the emulator to the application if it runs on a port. The
	 * connection is restored after each reset of the emulator.
	 */
	public void connect() {
		String url = url();
		if (url != null
				&& this.emulator.webhooks().endpoints().stream().noneMatch((one) -> url.equals(one.url().toString()))) {
			this.emulator.webhooks().endpoint(url);
		}
	}

	private @Nullable String url() {
		String port = this.environment.getProperty("local.server.port");
		if (port == null) {
			return null;
		}
		return "http://localhost:" + port + property("server.servlet.context-path")
				+ property("spring.mvc.servlet.path") + property("spring.webflux.base-path") + this.path;
	}

	private String property(String name) {
		return StringUtils.trimTrailingCharacter(this.environment.getProperty(name, ""), '/');
	}

	/**
	 * Send an event and wait until it is handled or a dead letter. The event has no
	 * effect on the emulated instance.
	 * @param type the type, such as {@code user.created}
	 * @param data the data, with the property names of Clerk
	 * @return the delivery
	 */
	public DeliveryEntry send(String type, Map<String, ?> data) {
		connect();
		return await(this.emulator.webhooks().send(type, data));
	}

	/**
	 * Wait until a delivery is handled or a dead letter.
	 * @param id the id of the delivery
	 * @return the delivery
	 */
	public DeliveryEntry await(String id) {
		if (!this.signal.await(() -> isDone(this.inbox.find(id)), TIMEOUT)) {
			throw new AssertionError("Webhook " + id + " is not handled: " + this.inbox.find(id) + ", sent as "
					+ this.emulator.webhooks().deliveries().stream().filter((one) -> one.id().equals(id)).toList());
		}
		DeliveryEntry entry = this.inbox.find(id);
		if (entry == null) {
			throw new AssertionError("Webhook " + id + " was removed from the inbox");
		}
		return entry;
	}

	/**
	 * Wait until all deliveries sent by the emulator are handled or dead letters.
	 */
	public void await() {
		connect();
		this.emulator.webhooks().awaitIdle(TIMEOUT);
		if (!this.signal.await(() -> this.inbox.size().pending() == 0, TIMEOUT)) {
			throw new AssertionError("Webhooks are not handled: " + this.inbox.list(DeliveryState.PENDING, 10));
		}
	}

	private static boolean isDone(@Nullable DeliveryEntry entry) {
		return entry != null && entry.state() != DeliveryState.PENDING;
	}

	/**
	 * Sign an event for a request that is sent by the test, such as with {@code MockMvc}.
	 * @param type the type, such as {@code user.created}
	 * @param data the data, with the property names of Clerk
	 * @return the webhook
	 */
	public SignedWebhook sign(String type, Map<String, ?> data) {
		Instant now = this.emulator.clock().instant();
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("data", data);
		event.put("object", "event");
		event.put("timestamp", now.toEpochMilli());
		event.put("type", type);
		return SignedWebhook.of(this.emulator.webhooks().secret(), JsonMapper.shared().writeValueAsString(event),
				this.emulator.clock());
	}

}
