package io.github.clerkspring.emulator.access;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Who may come in: invitations, the waiting list, lists of allowed and blocked
 * identifiers, addresses to be sent back to.
 */
public final class AccessShapes {

	public static final Shape INVITATION = Shape.of("invitation", "inv")
		.nullable("email_address")
		.with("public_metadata", Json.object())
		.with("status", "pending")
		.nullable("url", "expires_at")
		.indexed("email_address")
		.build();

	public static final Shape WAITLIST_ENTRY = Shape.of("waitlist_entry", "wle")
		.nullable("email_address")
		.with("status", "pending")
		.with("is_locked", false)
		.hidden("invitation_id", "invited_at")
		.indexed("email_address")
		.build();

	public static final Shape ALLOWLIST_IDENTIFIER = identifier("allowlist_identifier", "alid");

	public static final Shape BLOCKLIST_IDENTIFIER = identifier("blocklist_identifier", "blid");

	private AccessShapes() {
	}

	private static Shape identifier(String object, String prefix) {
		return Shape.of(object, prefix)
			.nullable("identifier", "identifier_type", "instance_id")
			.hidden("invitation_id")
			.indexed("identifier")
			.build();
	}

}
