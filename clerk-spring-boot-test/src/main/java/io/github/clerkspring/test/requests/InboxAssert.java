package io.github.clerkspring.test.requests;

import org.assertj.core.api.AbstractAssert;

import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * Assertions about the webhooks that an application received.
 */
public final class InboxAssert extends AbstractAssert<InboxAssert, Inbox> {

	private static final int LIMIT = 1000;

	InboxAssert(Inbox actual) {
		super(actual, InboxAssert.class);
	}

	/**
	 * Assert that a delivery was handled.
	 * @param deliveryId the id of the delivery
	 * @return these assertions
	 */
	public InboxAssert hasHandled(String deliveryId) {
		return hasState(deliveryId, DeliveryState.HANDLED);
	}

	/**
	 * Assert that a delivery is a dead letter.
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
	 * Assert that a number of events of a type were handled.
	 * @param type the type, such as {@code user.created}
	 * @param times how many
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
	 * Assert that a delivery is not known.
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
	 * Assert that there are no dead letters.
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
