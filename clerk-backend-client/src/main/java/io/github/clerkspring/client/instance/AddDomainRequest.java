package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add a satellite domain, the only type that can be added. */
public final class AddDomainRequest extends RequestFields<AddDomainRequest> {

	private AddDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, AddDomainRequest::new);
	}

	/** Create a request with the domain, including the port of a development domain. */
	public static AddDomainRequest create(String name) {
		return new AddDomainRequest(Map.of()).set("name", name).set("is_satellite", true);
	}

	/** Set the URL of the Frontend API proxy (production only). */
	public AddDomainRequest proxyUrl(@Nullable String proxyUrl) {
		return setNullable("proxy_url", proxyUrl);
	}

}
