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

	/** Fetch the instance: {@code GET /instance}. */
	@GetExchange("/instance")
	Mono<Instance> get();

	/** Change settings of the instance: {@code PATCH /instance}. */
	@PatchExchange("/instance")
	Mono<Void> update(@RequestBody UpdateInstanceRequest request);

	/** Fetch where SMS are not sent to: {@code GET /instance/communication}. */
	@GetExchange("/instance/communication")
	Mono<InstanceCommunication> getCommunication();

	/**
	 * Replace the countries that no SMS goes to, each as two capital letters (ISO
	 * 3166-1): {@code PATCH /instance/communication}. Codes that Clerk does not know are
	 * left out; null changes nothing.
	 */
	@PatchExchange("/instance/communication")
	Mono<InstanceCommunication> updateCommunication(@BodyField(max = 250) @Nullable List<String> blockedCountryCodes);

	/** Fetch the OAuth settings: {@code GET /instance/oauth_application_settings}. */
	@GetExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> getOAuthApplicationSettings();

	/** Change the OAuth settings: {@code PATCH /instance/oauth_application_settings}. */
	@PatchExchange("/instance/oauth_application_settings")
	Mono<OAuthApplicationSettings> updateOAuthApplicationSettings(
			@RequestBody UpdateOAuthApplicationSettingsRequest request);

	/** Fetch the rules of organizations: {@code GET /instance/organization_settings}. */
	@GetExchange("/instance/organization_settings")
	Mono<OrganizationSettings> getOrganizationSettings();

	/** Change rules of organizations: {@code PATCH /instance/organization_settings}. */
	@PatchExchange("/instance/organization_settings")
	Mono<OrganizationSettings> updateOrganizationSettings(@RequestBody UpdateOrganizationSettingsRequest request);

	/** Fetch the protection against abuse: {@code GET /instance/protect}. */
	@GetExchange("/instance/protect")
	Mono<InstanceProtect> getProtect();

	/** Change the protection against abuse: {@code PATCH /instance/protect}. */
	@PatchExchange("/instance/protect")
	Mono<InstanceProtect> updateProtect(@RequestBody UpdateInstanceProtectRequest request);

	/** Change who may sign up: {@code PATCH /instance/restrictions}. */
	@PatchExchange("/instance/restrictions")
	Mono<InstanceRestrictions> updateRestrictions(@RequestBody UpdateInstanceRestrictionsRequest request);

}
