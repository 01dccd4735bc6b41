package io.github.clerkspring.boot.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

import io.github.clerkspring.webhook.WebhookWorker;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.InboxSize;

/**
 * {@link Endpoint @Endpoint} that exposes the deliveries of webhooks, and replays or
 * drops dead letters. It does not expose personal data.
 */
@Endpoint(id = "clerkwebhooks", defaultAccess = Access.READ_ONLY)
public class ClerkWebhooksEndpoint {

	private static final int DEFAULT_LIMIT = 20;

	private static final int MAX_LIMIT = 1000;

	private final Inbox inbox;

	private final WebhookWorker worker;

	ClerkWebhooksEndpoint(Inbox inbox, WebhookWorker worker) {
		this.inbox = inbox;
		this.worker = worker;
	}

	/**
	 * Return the latest deliveries and dead letters.
	 * @param limit the maximum number of entries in each list, or {@code null} for 20
	 * @return the deliveries, latest first
	 */
	@ReadOperation
	public Deliveries deliveries(@Nullable Integer limit) {
		int most = Math.max(1, Math.min((limit != null) ? limit : DEFAULT_LIMIT, MAX_LIMIT));
		return new Deliveries(this.inbox.size(), this.inbox.list(null, most),
				this.inbox.list(DeliveryState.DEAD, most));
	}

	/**
	 * Return a delivery.
	 * @param id the id of the delivery
	 * @return the delivery, or {@code null} if it is unknown
	 */
	@ReadOperation
	public @Nullable DeliveryEntry delivery(@Selector String id) {
		return this.inbox.find(id);
	}

	/**
	 * Replay a dead letter.
	 * @param id the id of the delivery
	 * @return the result, which indicates whether the dead letter existed
	 */
	@WriteOperation
	public Result replay(@Selector String id) {
		return new Result(id, this.worker.replay(id));
	}

	/**
	 * Drop a dead letter.
	 * @param id the id of the delivery
	 * @return the result, which indicates whether the dead letter existed
	 */
	@DeleteOperation
	public Result drop(@Selector String id) {
		return new Result(id, this.inbox.drop(id));
	}

	/**
	 * Deliveries.
	 *
	 * @param size the number of deliveries in each state
	 * @param recent the latest deliveries
	 * @param deadLetters the latest dead letters
	 */
	public record Deliveries(InboxSize size, List<DeliveryEntry> recent, List<DeliveryEntry> deadLetters) {

	}

	/**
	 * Result of an operation on a dead letter.
	 *
	 * @param id the id of the delivery
	 * @param done whether the dead letter existed
	 */
	public record Result(String id, boolean done) {

	}

}
