package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a machine. Unset fields remain unchanged. */
public final class UpdateMachineRequest extends RequestFields<UpdateMachineRequest> {

	private static final int MAX_NAME = 255;

	private static final int MAX_TTL_SECONDS = 315360000;

	private UpdateMachineRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateMachineRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateMachineRequest create() {
		return new UpdateMachineRequest(Map.of());
	}

	public UpdateMachineRequest name(String name) {
		return set("name", text("name", name, MAX_NAME));
	}

	/** Set the default token lifetime in seconds, at most ten years. */
	public UpdateMachineRequest defaultTokenTtl(int defaultTokenTtl) {
		return set("default_token_ttl", number("defaultTokenTtl", defaultTokenTtl, 1, MAX_TTL_SECONDS));
	}

}
