package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Settings that may still change their shape, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Beta-Features">Clerk's
 * reference</a>.
 */
public interface BetaFeatureOperations {

	/**
	 * Change how users of the instance sign up:
	 * {@code PATCH /beta_features/instance_settings}.
	 * @param request the changes
	 * @return the settings after the change
	 */
	@PatchExchange("/beta_features/instance_settings")
	Mono<InstanceSettings> updateInstanceSettings(@RequestBody UpdateInstanceSettingsRequest request);

	/**
	 * Move the production instance to another domain, which signs out all users:
	 * {@code POST /instance/change_domain}.
	 * @param homeUrl the new home, such as {@code https://www.example.com}
	 * @param isSecondary whether the subdomain belongs to the domain, as for several
	 * applications on one root domain; null for no
	 * @return empty; Clerk does the work afterwards
	 */
	@PostExchange("/instance/change_domain")
	Mono<Void> changeDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

	/**
	 * Move the production instance to another domain by the older path:
	 * {@code PUT /beta_features/domain}.
	 * @param homeUrl the new home
	 * @param isSecondary whether the subdomain belongs to the domain; null for no
	 * @return empty; Clerk does the work afterwards
	 * @deprecated use {@link #changeDomain(String, Boolean)}
	 */
	@Deprecated
	@PutExchange("/beta_features/domain")
	Mono<Void> updateDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

}
