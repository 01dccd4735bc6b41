package io.github.clerkspring.webhook.event;

import java.time.Instant;

/**
 * Event of a Clerk instance, as reported by a webhook. Application listeners select the
 * events that they handle by type:
 *
 * <pre class="code">
 * &#064;EventListener
 * void on(UserEvent.Created event) {
 * 	this.profiles.add(event.data().id());
 * }
 * </pre>
 *
 * Events can arrive out of order. The string representation of an event does not contain
 * personal data.
 */
public sealed interface ClerkEvent permits EmailEvent, OrganizationDomainEvent, OrganizationEvent,
		OrganizationInvitationEvent, OrganizationMembershipEvent, PaymentAttemptEvent, PermissionEvent, RoleEvent,
		SessionEvent, SmsEvent, SubscriptionEvent, SubscriptionItemEvent, UnknownEvent, UserEvent, WaitlistEntryEvent {

	/**
	 * Return the envelope, which is common to all events.
	 * @return the envelope
	 */
	EventEnvelope envelope();

	/**
	 * Return the data of the event.
	 * @return the data, whose type depends on the type of the event
	 */
	Object data();

	/**
	 * Return the type, such as {@code user.created}.
	 * @return the type
	 */
	default String type() {
		return envelope().type();
	}

	/**
	 * Return the time of the event, according to Clerk.
	 * @return the time
	 */
	default Instant time() {
		return envelope().time();
	}

	/**
	 * Return the id of the delivery, which is the same for all retries.
	 * @return the id
	 */
	default String deliveryId() {
		return envelope().deliveryId();
	}

}
