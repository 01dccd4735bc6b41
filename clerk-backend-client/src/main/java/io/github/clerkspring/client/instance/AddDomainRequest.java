package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Satellite domain to add; Clerk adds no other kind. */
public final class AddDomainRequest extends RequestFields<AddDomainRequest> {

	private AddDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, AddDomainRequest::new);
	}

	/** Begin with the satellite's domain, with the port that a development one has. */
	public static AddDomainRequest create(String name) {
		return new AddDomainRequest(Map.of()).set("name", name).set("is_satellite", true);
	}

	/** Set the full URL of the proxy before the Frontend API; only for production. */
	public AddDomainRequest proxyUrl(@Nullable String proxyUrl) {
		return setNullable("proxy_url", proxyUrl);
	}

}
