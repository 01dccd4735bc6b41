package io.github.clerkspring.emulator.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The settings of the instance that apply to its organizations.
 */
public final class OrganizationSettings {

	private static final Shape SETTINGS = InstanceShapes.ORGANIZATIONS;

	private OrganizationSettings() {
	}

	public static void requireEnabled(Transaction tx) {
		if (!InstanceSettings.isOn(tx, SETTINGS, "enabled")) {
			throw ApiException.forbidden("organization_not_enabled_in_instance",
					"The organizations feature is not enabled for this instance.");
		}
	}

	public static void applyDefaults(Transaction tx, Draft draft) {
		draft.set("max_allowed_memberships", InstanceSettings.number(tx, SETTINGS, "max_allowed_memberships"));
		draft.set("admin_delete_enabled", InstanceSettings.isOn(tx, SETTINGS, "admin_delete_enabled"));
	}

	/**
	 * Refuses a new domain that the settings do not allow.
	 * @param tx the transaction
	 * @param present how many domains the organization has
	 * @param mode the enrollment mode of the new one
	 */
	public static void requireDomain(Transaction tx, int present, @Nullable String mode) {
		if (!InstanceSettings.isOn(tx, SETTINGS, "domains_enabled")) {
			throw ApiException.forbidden("organization_domains_not_enabled",
					"This instance does not have domains enabled for organizations.");
		}
		long maximum = InstanceSettings.number(tx, SETTINGS, "max_allowed_domains");
		if (present >= maximum) {
			throw ApiException.forbidden("organization_domain_quota_exceeded",
					"You have reached your limit of " + maximum + " domains per organization.");
		}
		requireMode(tx, mode);
	}

	public static void requireMode(Transaction tx, @Nullable String mode) {
		List<String> enabled = InstanceSettings.texts(tx, SETTINGS, "domains_enrollment_modes");
		if (mode != null && mode.startsWith("automatic_") && !enabled.contains(mode)) {
			throw ApiException.forbidden("organization_domain_enrollment_mode_not_enabled",
					"Enrollment mode " + mode + " is not enabled for this instance's organizations.");
		}
	}

}
