package io.github.clerkspring.emulator.routes;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Those who wait to be let in.
 */
final class Waitlist {

	private final Emulation emulation;

	private final Invitations invitations;

	private final SystemEmails emails;

	Waitlist(Emulation emulation, Invitations invitations, SystemEmails emails) {
		this.emulation = emulation;
		this.invitations = invitations;
		this.emails = emails;
	}

	/**
	 * Puts an address on the list, unless it is there.
	 * @param address the normalized address
	 * @param notify whether a new entry is confirmed by e-mail
	 * @return the entry
	 */
	Resource join(String address, boolean notify) {
		Resource present = table().first("email_address", address);
		if (present != null) {
			return present;
		}
		Resource entry = this.emulation.create(AccessShapes.WAITLIST_ENTRY,
				(draft) -> draft.set("email_address", address));
		this.emulation.events().publish("waitlistEntry.created", show(entry));
		if (notify) {
			this.emails.send("waitlist_confirmation", address, Map.of());
		}
		return entry;
	}

	Resource change(Resource entry, Consumer<Draft> changes) {
		table().update(entry, changes);
		this.emulation.events().publish("waitlistEntry.updated", show(entry));
		return entry;
	}

	/**
	 * Takes note of a sign-up.
	 * @param address the normalized address of the new user
	 */
	void complete(String address) {
		Resource entry = table().first("email_address", address);
		if (entry != null) {
			change(entry, (draft) -> draft.set("status", "completed"));
		}
	}

	ObjectNode show(Resource entry) {
		Resource invitation = invitation(entry);
		return entry.toJson()
			.set("invitation", (invitation != null) ? this.invitations.show(invitation) : Json.of(null));
	}

	@Nullable Resource invitation(Resource entry) {
		String id = entry.text("invitation_id");
		return (id != null) ? this.invitations.table().find(id) : null;
	}

	Table table() {
		return this.emulation.table(AccessShapes.WAITLIST_ENTRY);
	}

}
