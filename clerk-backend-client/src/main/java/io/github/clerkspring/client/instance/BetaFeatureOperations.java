package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Operations on beta features, whose API can still change. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Beta-Features">Clerk's
 * reference</a>.
 */
public interface BetaFeatureOperations {

	/** Update the sign-up settings: {@code PATCH /beta_features/instance_settings}. */
	@PatchExchange("/beta_features/instance_settings")
	Mono<InstanceSettings> updateInstanceSettings(@RequestBody UpdateInstanceSettingsRequest request);

	/**
	 * Change the domain of the production instance, which signs out all users:
	 * {@code POST
	 * /instance/change_domain}. Clerk completes the change after the response.
	 * {@code homeUrl} is the URL of the new domain; {@code isSecondary} declares that the
	 * application shares its root domain with others.
	 */
	@PostExchange("/instance/change_domain")
	Mono<Void> changeDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

	/**
	 * Change the domain of the production instance at the path used by Clerk's JavaScript
	 * SDK: {@code POST /beta_features/change_domain}.
	 * @see #changeDomain(String, Boolean)
	 */
	@PostExchange("/beta_features/change_domain")
	Mono<Void> changeProductionDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

	/**
	 * Change the domain of the production instance at the former path: {@code PUT
	 * /beta_features/domain}.
	 * @deprecated use {@link #changeDomain(String, Boolean)}
	 */
	@Deprecated
	@PutExchange("/beta_features/domain")
	Mono<Void> updateDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

}
