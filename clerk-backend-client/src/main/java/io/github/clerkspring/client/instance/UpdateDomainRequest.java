package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a domain. Unset fields remain unchanged. */
public final class UpdateDomainRequest extends RequestFields<UpdateDomainRequest> {

	private UpdateDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateDomainRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateDomainRequest create() {
		return new UpdateDomainRequest(Map.of());
	}

	public UpdateDomainRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	/** Set the URL of the Frontend API proxy; null to use DNS. */
	public UpdateDomainRequest proxyUrl(@Nullable String proxyUrl) {
		return setNullable("proxy_url", proxyUrl);
	}

	/** Set whether several applications share the root domain. */
	public UpdateDomainRequest isSecondary(@Nullable Boolean isSecondary) {
		return setNullable("is_secondary", isSecondary);
	}

}
