package io.github.clerkspring.webhook.inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Remembers deliveries by their id, so that each is handled once. An application can
 * contribute a bean of this type that uses another store.
 * <p>
 * All methods may block, and throw {@link InboxUnavailableException} if the store cannot
 * be used. Exceptions of handlers are passed on unchanged.
 */
public interface Inbox {

	/**
	 * Handle a delivery that is not known yet. The delivery is stored as
	 * {@link DeliveryState#HANDLED} first, then the handler is called, both in one
	 * transaction if the store has transactions: if the handler throws an exception, the
	 * delivery is as unknown as before. If the same delivery is being handled already,
	 * this method waits for the result.
	 * @param delivery the delivery, whose body is not stored
	 * @param handler handles it
	 * @return {@code false} if the delivery was known, and the handler was not called
	 */
	boolean handle(Delivery delivery, Runnable handler);

	/**
	 * Store a delivery that is not known yet as {@link DeliveryState#PENDING}, due at
	 * once.
	 * @param delivery the delivery
	 * @return {@code false} if the delivery was known
	 */
	boolean accept(Delivery delivery);

	/**
	 * Store a delivery that is not known yet as {@link DeliveryState#DEAD}.
	 * @param delivery the delivery
	 * @param failure the reason, without personal data
	 * @return {@code false} if the delivery was known
	 */
	boolean bury(Delivery delivery, String failure);

	/**
	 * Claim the oldest delivery that is pending and due: its attempts are counted, and it
	 * is not due again until the backoff has passed, even if the process ends meanwhile.
	 * What was tried too often becomes {@link DeliveryState#DEAD}.
	 * @param now the time
	 * @param schedule the backoff and the number of attempts
	 * @return the delivery as it is after the claim, or {@code null} if none is due
	 */
	@Nullable DeliveryEntry claim(Instant now, RetrySchedule schedule);

	/**
	 * Handle a claimed delivery and mark it as {@link DeliveryState#HANDLED}, both in one
	 * transaction if the store has transactions. The body is deleted.
	 * @param id the id of the delivery
	 * @param now the time
	 * @param handler handles it
	 * @return {@code false} if the delivery is not pending, or another process handles it
	 */
	boolean process(String id, Instant now, Consumer<Delivery> handler);

	/**
	 * Store why an attempt failed.
	 * @param id the id of a pending delivery
	 * @param failure the reason, without personal data
	 * @param dead whether it becomes {@link DeliveryState#DEAD}
	 */
	void fail(String id, String failure, boolean dead);

	/**
	 * Make a dead letter pending again, due at once and with no attempts.
	 * @param id the id of the delivery
	 * @param now the time
	 * @return {@code false} if there is no such dead letter
	 */
	boolean replay(String id, Instant now);

	/**
	 * Give up a dead letter: it becomes {@link DeliveryState#DROPPED}, and its body is
	 * deleted.
	 * @param id the id of the delivery
	 * @return {@code false} if there is no such dead letter
	 */
	boolean drop(String id);

	/**
	 * Return a delivery.
	 * @param id the id of the delivery
	 * @return the delivery, or {@code null} if it is not known
	 */
	@Nullable DeliveryEntry find(String id);

	/**
	 * Return deliveries, the latest first.
	 * @param state the state, or {@code null} for all
	 * @param limit the largest number of deliveries
	 * @return the deliveries
	 */
	List<DeliveryEntry> list(@Nullable DeliveryState state, int limit);

	/**
	 * Return how many deliveries there are.
	 * @return the numbers
	 */
	InboxSize size();

	/**
	 * Forget deliveries that were handled or dropped. Others are kept.
	 * @param before the time before which they were received
	 * @param limit the largest number of deliveries that are removed by this call
	 * @return how many were removed
	 */
	int removeBefore(Instant before, int limit);

}
