package io.github.clerkspring.client.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * The instance that the secret key belongs to, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Instance-Settings">Clerk's
 * reference</a>.
 */
public interface InstanceOperations {

	/**
	 * Fetch the instance: {@code GET /instance}.
	 * @return the instance
	 */
	@GetExchange("/instance")
	Mono<Instance> get();

	/**
	 * Change settings of the instance: {@code PATCH /instance}.
	 * @param request the changes
	 * @return empty
	 */
	@PatchExchange("/instance")
	Mono<Void> update(@RequestBody UpdateInstanceRequest request);

	/**
	 * Fetch where SMS are not sent to: {@code GET /instance/communication}.
	 * @return the settings
	 */
	@GetExchange("/instance/communication")
	Mono<InstanceCommunication> getCommunication();

	/**
	 * Replace the countries that SMS are not sent to:
	 * {@code PATCH /instance/communication}.
	 * @param blockedCountryCodes all countries to block, each by two capital letters (ISO
	 * 3166-1); null changes nothing
	 * @return the settings after the change, without the codes that Clerk does not know
	 */
	@PatchExchange("/instance/communication")
	Mono<InstanceCommunication> updateCommunication(@BodyField(max = 250) @Nullable List<String> blockedCountryCodes);

	/**
	 * Fetch what OAuth applications of the instance may do:
	 * {@code GET /instance/oauth_application_settings}.
	 * @return the settings
	 */
	@GetExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> getOAuthApplicationSettings();

	/**
	 * Change what OAuth applications of the instance may do:
	 * {@code PATCH /instance/oauth_application_settings}.
	 * @param request the changes
	 * @return the settings after the change
	 */
	@PatchExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> updateOAuthApplicationSettings(
			@RequestBody UpdateOAuthApplicationSettingsRequest request);

	/**
	 * Fetch what organizations of the instance may do:
	 * {@code GET /instance/organization_settings}.
	 * @return the settings
	 */
	@GetExchange("/instance/organization_settings")
	Mono<OrganizationSettings> getOrganizationSettings();

	/**
	 * Change what organizations of the instance may do:
	 * {@code PATCH /instance/organization_settings}.
	 * @param request the changes
	 * @return the settings after the change
	 */
	@PatchExchange("/instance/organization_settings")
	Mono<OrganizationSettings> updateOrganizationSettings(@RequestBody UpdateOrganizationSettingsRequest request);

	/**
	 * Fetch the settings of the protection against abuse: {@code GET /instance/protect}.
	 * @return the settings
	 */
	@GetExchange("/instance/protect")
	Mono<InstanceProtect> getProtect();

	/**
	 * Change the settings of the protection against abuse:
	 * {@code PATCH /instance/protect}.
	 * @param request the changes
	 * @return the settings after the change
	 */
	@PatchExchange("/instance/protect")
	Mono<InstanceProtect> updateProtect(@RequestBody UpdateInstanceProtectRequest request);

	/**
	 * Change who may sign up: {@code PATCH /instance/restrictions}.
	 * @param request the changes
	 * @return the restrictions after the change
	 */
	@PatchExchange("/instance/restrictions")
	Mono<InstanceRestrictions> updateRestrictions(@RequestBody UpdateInstanceRestrictionsRequest request);

}
