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
 * {@link Endpoint @Endpoint} that shows the deliveries of webhooks, and replays or drops
 * a dead letter. It shows no personal data.
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
	 * @param limit the largest number of each, 20 by default
	 * @return the deliveries, the latest first
	 */
	@ReadOperation
	public Deliveries deliveries(@Nullable Integer limit) {
		int most = Math.max(1, Math.min((limit != null) ? limit : DEFAULT_LIMIT, MAX_LIMIT));
		return new Deliveries(this.inbox.size(), this.inbox.list(null, most),
				this.inbox.list(DeliveryState.DEAD, most));
	}

	/**
	 * Return one delivery.
	 * @param id the id of the delivery
	 * @return the delivery, or {@code null} if it is not known
	 */
	@ReadOperation
	public @Nullable DeliveryEntry delivery(@Selector String id) {
		return this.inbox.find(id);
	}

	/**
	 * Handle a dead letter again.
	 * @param id the id of the delivery
	 * @return whether there was such a dead letter
	 */
	@WriteOperation
	public Result replay(@Selector String id) {
		return new Result(id, this.worker.replay(id));
	}

	/**
	 * Drop a dead letter.
	 * @param id the id of the delivery
	 * @return whether there was such a dead letter
	 */
	@DeleteOperation
	public Result drop(@Selector String id) {
		return new Result(id, this.inbox.drop(id));
	}

	/**
	 * Deliveries.
	 *
	 * @param size how many there are
	 * @param recent the latest
	 * @param deadLetters the latest dead letters
	 */
	public record Deliveries(InboxSize size, List<DeliveryEntry> recent, List<DeliveryEntry> deadLetters) {

	}

	/**
	 * Result of a change.
	 *
	 * @param id the id of the delivery
	 * @param done whether there was such a dead letter
	 */
	public record Result(String id, boolean done) {

	}

}
