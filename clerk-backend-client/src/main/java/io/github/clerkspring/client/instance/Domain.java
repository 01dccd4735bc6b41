package io.github.clerkspring.client.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Domain of the instance.
 *
 * @param accountsPortalUrl the URL of the account portal hosted by Clerk, or {@code
 * null} if none
 * @param proxyUrl the URL of the Frontend API proxy, or {@code null} if none
 * @param cnameTargets the DNS records required by the domain
 */
public record Domain(String id, String name, boolean isSatellite, String frontendApiUrl,
		@Nullable String accountsPortalUrl, @Nullable String proxyUrl, String developmentOrigin,
		List<CnameTarget> cnameTargets) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** CNAME record. */
	public record CnameTarget(String host, String value, boolean required) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
