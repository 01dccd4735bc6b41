package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a domain. Fields that are not set stay as they are. */
public final class UpdateDomainRequest extends RequestFields<UpdateDomainRequest> {

	private UpdateDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateDomainRequest::new);
	}

	/** Begin with no change. */
	public static UpdateDomainRequest create() {
		return new UpdateDomainRequest(Map.of());
	}

	public UpdateDomainRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	/** Set the full URL of the proxy, null to go back to DNS. */
	public UpdateDomainRequest proxyUrl(@Nullable String proxyUrl) {
		return setNullable("proxy_url", proxyUrl);
	}

	/** Set whether several applications share the root domain. */
	public UpdateDomainRequest isSecondary(@Nullable Boolean isSecondary) {
		return setNullable("is_secondary", isSecondary);
	}

}
