package io.github.clerkspring.emulator.access;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.templates.SystemEmails;

/**
 * The waiting list.
 */
public final class Waitlist {

	private Waitlist() {
	}

	/**
	 * Puts an address on the list, unless it is there.
	 * @param tx the transaction
	 * @param address the normalized address
	 * @param notify whether a new entry is confirmed by e-mail
	 * @return the entry
	 */
	static Resource join(Transaction tx, String address, boolean notify) {
		Resource present = table(tx).first("email_address", address);
		if (present != null) {
			return present;
		}
		Resource entry = tx.create(AccessShapes.WAITLIST_ENTRY, (draft) -> draft.set("email_address", address));
		tx.publish("waitlistEntry.created", show(tx, entry));
		if (notify) {
			SystemEmails.send(tx, "waitlist_confirmation", address, Map.of());
		}
		return entry;
	}

	static Resource change(Transaction tx, Resource entry, Consumer<Draft> changes) {
		tx.update(entry, changes);
		tx.publish("waitlistEntry.updated", show(tx, entry));
		return entry;
	}

	/**
	 * Takes note of a sign-up.
	 * @param tx the transaction
	 * @param address the normalized address of the new user
	 */
	public static void complete(Transaction tx, String address) {
		Resource entry = table(tx).first("email_address", address);
		if (entry != null) {
			change(tx, entry, (draft) -> draft.set("status", "completed"));
		}
	}

	static ObjectNode show(Transaction tx, Resource entry) {
		Resource invitation = invitation(tx, entry);
		return entry.toJson()
			.set("invitation", (invitation != null) ? Invitations.show(tx, invitation) : Json.of(null));
	}

	static @Nullable Resource invitation(Transaction tx, Resource entry) {
		String id = entry.text("invitation_id");
		return (id != null) ? Invitations.table(tx).find(id) : null;
	}

	static Table table(Transaction tx) {
		return tx.table(AccessShapes.WAITLIST_ENTRY);
	}

}
