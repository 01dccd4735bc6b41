package io.github.clerkspring.webhook.inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Store of deliveries by id, which ensures that each delivery is handled once.
 * Applications can contribute a bean of this type to use another store.
 * <p>
 * All methods can block, and throw {@link InboxUnavailableException} if the store is not
 * available. Exceptions of handlers are propagated unchanged.
 */
public interface Inbox {

	/**
	 * Handle an unknown delivery. The delivery is stored as {@link DeliveryState#HANDLED}
	 * before the handler is called, in the same transaction if the store supports
	 * transactions. If the handler throws an exception, the delivery remains unknown. If
	 * the same delivery is already being handled, this method waits for the result.
	 * @param delivery the delivery, whose body is not stored
	 * @param handler the handler
	 * @return {@code false} if the delivery was already known, in which case the handler
	 * is not called
	 */
	boolean handle(Delivery delivery, Runnable handler);

	/**
	 * Store an unknown delivery as {@link DeliveryState#PENDING}, due immediately.
	 * @param delivery the delivery
	 * @return {@code false} if the delivery was already known
	 */
	boolean accept(Delivery delivery);

	/**
	 * Store an unknown delivery as {@link DeliveryState#DEAD}.
	 * @param delivery the delivery
	 * @param failure the reason, without personal data
	 * @return {@code false} if the delivery was already known
	 */
	boolean bury(Delivery delivery, String failure);

	/**
	 * Claim the oldest delivery that is pending and due. Its number of attempts is
	 * incremented, and it is not due again before the backoff has elapsed, even if the
	 * process terminates. A delivery that has exceeded the number of attempts becomes
	 * {@link DeliveryState#DEAD}.
	 * @param now the current time
	 * @param schedule the schedule of retries
	 * @return the delivery in its claimed state, or {@code null} if none is due
	 */
	@Nullable DeliveryEntry claim(Instant now, RetrySchedule schedule);

	/**
	 * Handle a claimed delivery and mark it as {@link DeliveryState#HANDLED}, in the same
	 * transaction if the store supports transactions. The body is deleted.
	 * @param id the id of the delivery
	 * @param now the current time
	 * @param handler the handler
	 * @return {@code false} if the delivery is not pending or is being handled by another
	 * process
	 */
	boolean process(String id, Instant now, Consumer<Delivery> handler);

	/**
	 * Record the failure of an attempt.
	 * @param id the id of a pending delivery
	 * @param failure the reason, without personal data
	 * @param dead whether the delivery becomes {@link DeliveryState#DEAD}
	 */
	void fail(String id, String failure, boolean dead);

	/**
	 * Make a dead letter pending again, due immediately and without previous attempts.
	 * @param id the id of the delivery
	 * @param now the current time
	 * @return {@code false} if the dead letter does not exist
	 */
	boolean replay(String id, Instant now);

	/**
	 * Drop a dead letter. It becomes {@link DeliveryState#DROPPED}, and its body is
	 * deleted.
	 * @param id the id of the delivery
	 * @return {@code false} if the dead letter does not exist
	 */
	boolean drop(String id);

	/**
	 * Return a delivery.
	 * @param id the id of the delivery
	 * @return the delivery, or {@code null} if it is unknown
	 */
	@Nullable DeliveryEntry find(String id);

	/**
	 * Return deliveries, latest first.
	 * @param state the state, or {@code null} for any state
	 * @param limit the maximum number of deliveries
	 * @return the deliveries
	 */
	List<DeliveryEntry> list(@Nullable DeliveryState state, int limit);

	/**
	 * Return the number of deliveries.
	 * @return the number of deliveries in each state
	 */
	InboxSize size();

	/**
	 * Remove handled and dropped deliveries. Other deliveries are retained.
	 * @param before the time before which the deliveries were received
	 * @param limit the maximum number of deliveries to remove
	 * @return the number of removed deliveries
	 */
	int removeBefore(Instant before, int limit);

}
