package io.github.clerkspring.emulator.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.clerkspring.emulator.access.AccessShapes;
import io.github.clerkspring.emulator.instance.InstanceSettings;
import io.github.clerkspring.emulator.instance.InstanceShapes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Who may sign up, by the restrictions of the instance and its lists of identifiers.
 */
final class SignUpRestrictions {

	private static final Pattern SUBADDRESS = Pattern.compile("[^@]*[+=#][^@]*@.*");

	/** A selection, since the emulator uses no external service. */
	private static final Set<String> DISPOSABLE = Set.of("mailinator.com", "guerrillamail.com", "10minutemail.com",
			"temp-mail.org", "yopmail.com", "trashmail.com", "sharklasers.com", "throwawaymail.com");

	private SignUpRestrictions() {
	}

	/**
	 * Refuses an address that may not sign up. The allowlist takes precedence of the
	 * blocklist.
	 * @param tx the transaction
	 * @param address the normalized e-mail address
	 * @param invited whether the owner of the instance has invited it, which stands for
	 * being on the allowlist
	 * @throws ApiException 403 if it may not
	 */
	static void check(Transaction tx, String address, boolean invited) {
		String domain = address.substring(address.indexOf('@') + 1);
		if (isOn(tx, "block_email_subaddresses") && SUBADDRESS.matcher(address).matches()) {
			throw new ApiException(403, "not_allowed_access", "Email subaddress not allowed.",
					"Email address must not contain the characters '+', '=', or '#'.");
		}
		if (isOn(tx, "block_disposable_email_domains") && DISPOSABLE.contains(domain)) {
			throw new ApiException(403, "form_email_address_blocked", "temporary email services are not allowed",
					"Temporary email services are not supported.", Map.of("param_name", "email_address"));
		}
		boolean allowed = invited || contains(tx, AccessShapes.ALLOWLIST_IDENTIFIER, address, domain);
		boolean blocked = contains(tx, AccessShapes.BLOCKLIST_IDENTIFIER, address, domain);
		if (isOn(tx, "allowlist") ? !allowed : isOn(tx, "blocklist") && blocked) {
			throw new ApiException(403, "not_allowed_access", "Access not allowed.",
					address + " is not allowed to access this application.", Map.of("identifiers", List.of(address)));
		}
	}

	private static boolean isOn(Transaction tx, String restriction) {
		return InstanceSettings.isOn(tx, InstanceShapes.RESTRICTIONS, restriction);
	}

	private static boolean contains(Transaction tx, Shape list, String address, String domain) {
		Table table = tx.table(list);
		return table.first("identifier", address) != null || table.first("identifier", "*@" + domain) != null;
	}

}
