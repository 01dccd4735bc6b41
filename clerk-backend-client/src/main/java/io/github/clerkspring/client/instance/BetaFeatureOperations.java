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

	/** Change how users sign up: {@code PATCH /beta_features/instance_settings}. */
	@PatchExchange("/beta_features/instance_settings")
	Mono<InstanceSettings> updateInstanceSettings(@RequestBody UpdateInstanceSettingsRequest request);

	/**
	 * Move the production instance, which signs out all users:
	 * {@code POST /instance/change_domain}. Clerk does the work after it has answered.
	 * The home is a URL; {@code isSecondary} tells that it is one of several applications
	 * on the same root domain.
	 */
	@PostExchange("/instance/change_domain")
	Mono<Void> changeDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

	/**
	 * Move the production instance by the path of Clerk's JavaScript SDK: {@code POST
	 * /beta_features/change_domain}.
	 * @see #changeDomain(String, Boolean)
	 */
	@PostExchange("/beta_features/change_domain")
	Mono<Void> changeProductionDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

	/**
	 * Move the production instance by the older path: {@code PUT /beta_features/domain}.
	 * @deprecated use {@link #changeDomain(String, Boolean)}
	 */
	@Deprecated
	@PutExchange("/beta_features/domain")
	Mono<Void> updateDomain(@BodyField @Nullable String homeUrl, @BodyField @Nullable Boolean isSecondary);

}
