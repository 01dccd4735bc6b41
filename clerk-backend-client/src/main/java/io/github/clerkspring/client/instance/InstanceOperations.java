package io.github.clerkspring.client.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Operations on the instance of the secret key. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Instance-Settings">Clerk's
 * reference</a>.
 */
public interface InstanceOperations {

	/** Fetch the instance: {@code GET /instance}. */
	@GetExchange("/instance")
	Mono<Instance> get();

	/** Update settings of the instance: {@code PATCH /instance}. */
	@PatchExchange("/instance")
	Mono<Void> update(@RequestBody UpdateInstanceRequest request);

	/** Fetch the SMS settings: {@code GET /instance/communication}. */
	@GetExchange("/instance/communication")
	Mono<InstanceCommunication> getCommunication();

	/**
	 * Replace the countries to which no SMS are sent, as upper-case two-letter codes (ISO
	 * 3166-1): {@code PATCH /instance/communication}. Unknown codes are ignored; null
	 * changes nothing.
	 */
	@PatchExchange("/instance/communication")
	Mono<InstanceCommunication> updateCommunication(@BodyField(max = 250) @Nullable List<String> blockedCountryCodes);

	/** Fetch the OAuth settings: {@code GET /instance/oauth_application_settings}. */
	@GetExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> getOAuthApplicationSettings();

	/** Update the OAuth settings: {@code PATCH /instance/oauth_application_settings}. */
	@PatchExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> updateOAuthApplicationSettings(
			@RequestBody UpdateOAuthApplicationSettingsRequest request);

	/** Fetch the organization settings: {@code GET /instance/organization_settings}. */
	@GetExchange("/instance/organization_settings")
	Mono<OrganizationSettings> getOrganizationSettings();

	/**
	 * Update the organization settings: {@code PATCH /instance/organization_settings}.
	 */
	@PatchExchange("/instance/organization_settings")
	Mono<OrganizationSettings> updateOrganizationSettings(@RequestBody UpdateOrganizationSettingsRequest request);

	/** Fetch the settings of abuse protection: {@code GET /instance/protect}. */
	@GetExchange("/instance/protect")
	Mono<InstanceProtect> getProtect();

	/** Update the settings of abuse protection: {@code PATCH /instance/protect}. */
	@PatchExchange("/instance/protect")
	Mono<InstanceProtect> updateProtect(@RequestBody UpdateInstanceProtectRequest request);

	/** Update the sign-up restrictions: {@code PATCH /instance/restrictions}. */
	@PatchExchange("/instance/restrictions")
	Mono<InstanceRestrictions> updateRestrictions(@RequestBody UpdateInstanceRestrictionsRequest request);

}
