package io.github.clerkspring.boot.actuate;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.client.core.ClerkInstanceType;

/**
 * {@link InfoContributor} that exposes the type of the Clerk instance, the version of its
 * API and the version of this library.
 */
class ClerkInfoContributor implements InfoContributor {

	private final Map<String, Object> details;

	ClerkInfoContributor(ClerkConnectionDetails connectionDetails, ClerkProperties properties) {
		ClerkInstanceType instanceType = instanceType(connectionDetails);
		this.details = new Details()
			.with("instance", (instanceType != null) ? instanceType.name().toLowerCase(Locale.ROOT) : null)
			.with("apiVersion", properties.client().apiVersion())
			.with("version", ClerkInfoContributor.class.getPackage().getImplementationVersion())
			.toMap();
	}

	@Override
	public void contribute(Info.Builder builder) {
		builder.withDetail("clerk", this.details);
	}

	private static @Nullable ClerkInstanceType instanceType(ClerkConnectionDetails connectionDetails) {
		if (connectionDetails.secretKey() != null) {
			return connectionDetails.secretKey().instanceType();
		}
		return (connectionDetails.publishableKey() != null) ? connectionDetails.publishableKey().instanceType() : null;
	}

}
