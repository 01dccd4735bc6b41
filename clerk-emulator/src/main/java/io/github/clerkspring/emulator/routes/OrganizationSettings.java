package io.github.clerkspring.emulator.routes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * What the settings of the instance mean for its organizations.
 */
final class OrganizationSettings {

	private static final Shape SETTINGS = InstanceShapes.ORGANIZATIONS;

	private final InstanceSettings settings;

	OrganizationSettings(InstanceSettings settings) {
		this.settings = settings;
	}

	void requireEnabled() {
		if (!this.settings.isOn(SETTINGS, "enabled")) {
			throw ApiException.forbidden("organization_not_enabled_in_instance",
					"The organizations feature is not enabled for this instance.");
		}
	}

	void applyDefaults(Draft draft) {
		draft.set("max_allowed_memberships", this.settings.number(SETTINGS, "max_allowed_memberships"));
		draft.set("admin_delete_enabled", this.settings.isOn(SETTINGS, "admin_delete_enabled"));
	}

	/**
	 * Refuses a new domain that the settings do not allow.
	 * @param present how many domains the organization has
	 * @param mode the enrollment mode of the new one
	 */
	void requireDomain(int present, @Nullable String mode) {
		if (!this.settings.isOn(SETTINGS, "domains_enabled")) {
			throw ApiException.forbidden("organization_domains_not_enabled",
					"This instance does not have domains enabled for organizations.");
		}
		long maximum = this.settings.number(SETTINGS, "max_allowed_domains");
		if (present >= maximum) {
			throw ApiException.forbidden("organization_domain_quota_exceeded",
					"You have reached your limit of " + maximum + " domains per organization.");
		}
		requireMode(mode);
	}

	void requireMode(@Nullable String mode) {
		List<String> enabled = this.settings.texts(SETTINGS, "domains_enrollment_modes");
		if (mode != null && mode.startsWith("automatic_") && !enabled.contains(mode)) {
			throw ApiException.forbidden("organization_domain_enrollment_mode_not_enabled",
					"Enrollment mode " + mode + " is not enabled for this instance's organizations.");
		}
	}

}
