package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/** What a plan offers. */
public record BillingFeature(String id, String name, @Nullable String description, String slug,
		@Nullable String avatarUrl) {

}
