package io.github.clerkspring.webhook.event;

import java.time.Instant;

/**
 * Something that happened in an instance of Clerk, as a webhook reported it. Application
 * listeners name the events that they handle by type:
 *
 * <pre class="code">
 * &#064;EventListener
 * void on(UserEvent.Created event) {
 * 	this.profiles.add(event.data().id());
 * }
 * </pre>
 *
 * Events may arrive in another order than they happened. Text that describes an event
 * contains no personal data.
 */
public sealed interface ClerkEvent permits EmailEvent, OrganizationDomainEvent, OrganizationEvent,
		OrganizationInvitationEvent, OrganizationMembershipEvent, PaymentAttemptEvent, PermissionEvent, RoleEvent,
		SessionEvent, SmsEvent, SubscriptionEvent, SubscriptionItemEvent, UnknownEvent, UserEvent, WaitlistEntryEvent {

	/**
	 * Return what is common to all events.
	 * @return the envelope
	 */
	EventEnvelope envelope();

	/**
	 * Return the data of the event.
	 * @return the data, of a type that depends on that of the event
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
	 * Return when it happened, according to Clerk.
	 * @return the time
	 */
	default Instant time() {
		return envelope().time();
	}

	/**
	 * Return the id of the delivery, the same for each repetition.
	 * @return the id
	 */
	default String deliveryId() {
		return envelope().deliveryId();
	}

}
