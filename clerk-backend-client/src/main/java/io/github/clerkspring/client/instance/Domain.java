package io.github.clerkspring.client.instance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Domain that the instance is reachable under.
 *
 * @param accountsPortalUrl the pages that Clerk hosts, or {@code null} if there are none
 * for this domain
 * @param proxyUrl the proxy before the Frontend API, or {@code null} for none
 * @param cnameTargets the DNS records that the domain needs
 */
public record Domain(String id, String name, boolean isSatellite, String frontendApiUrl,
		@Nullable String accountsPortalUrl, @Nullable String proxyUrl, String developmentOrigin,
		List<CnameTarget> cnameTargets) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** DNS record of type CNAME. */
	public record CnameTarget(String host, String value, boolean required) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
