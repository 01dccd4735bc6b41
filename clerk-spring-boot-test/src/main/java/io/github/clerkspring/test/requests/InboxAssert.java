package io.github.clerkspring.test.requests;

import org.assertj.core.api.AbstractAssert;

import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * Assertions about the webhooks received by an application.
 */
public final class InboxAssert extends AbstractAssert<InboxAssert, Inbox> {

	private static final int LIMIT = 1000;

	InboxAssert(Inbox actual) {
		super(actual, InboxAssert.class);
	}

	/**
	 * Verify that a delivery was handled.
	 * @param deliveryId the id of the delivery
	 * @return these assertions
	 */
	public InboxAssert hasHandled(String deliveryId) {
		return hasState(deliveryId, DeliveryState.HANDLED);
	}

	/**
	 * Verify that a delivery is a dead letter.
	 * @param deliveryId the id of the delivery
	 * @return these assertions
	 */
	public InboxAssert hasDeadLetter(String deliveryId) {
		return hasState(deliveryId, DeliveryState.DEAD);
	}

	private InboxAssert hasState(String deliveryId, DeliveryState state) {
		isNotNull();
		DeliveryEntry entry = this.actual.find(deliveryId);
		if (entry == null || entry.state() != state) {
			failWithMessage("Expected webhook <%s> to be %s but it is: %s", deliveryId, state, entry);
		}
		return this;
	}

	/**
	 * Verify the number of handled events of a type.
	 * @param type the type, such as {@code user.created}
	 * @param times the expected number
	 * @return these assertions
	 */
	public InboxAssert hasHandled(String type, int times) {
		isNotNull();
		long handled = this.actual.list(DeliveryState.HANDLED, LIMIT)
			.stream()
			.filter((entry) -> entry.type().equals(type))
			.count();
		if (handled != times) {
			failWithMessage("Expected %s handled webhooks of type <%s> but there are %s among: %s", times, type,
					handled, this.actual.list(null, LIMIT));
		}
		return this;
	}

	/**
	 * Verify that a delivery is unknown.
	 * @param deliveryId the id of the delivery
	 * @return these assertions
	 */
	public InboxAssert doesNotKnow(String deliveryId) {
		isNotNull();
		DeliveryEntry entry = this.actual.find(deliveryId);
		if (entry != null) {
			failWithMessage("Expected webhook <%s> to be unknown but it is: %s", deliveryId, entry);
		}
		return this;
	}

	/**
	 * Verify that no dead letters exist.
	 * @return these assertions
	 */
	public InboxAssert hasNoDeadLetters() {
		isNotNull();
		if (this.actual.size().dead() > 0) {
			failWithMessage("Expected no dead letters but there are: %s", this.actual.list(DeliveryState.DEAD, LIMIT));
		}
		return this;
	}

}
