package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a machine. Fields that are not set stay as they are. */
public final class UpdateMachineRequest extends RequestFields<UpdateMachineRequest> {

	private static final int MAX_NAME = 255;

	private static final int MAX_TTL_SECONDS = 315360000;

	private UpdateMachineRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateMachineRequest::new);
	}

	/** Begin with no change. */
	public static UpdateMachineRequest create() {
		return new UpdateMachineRequest(Map.of());
	}

	public UpdateMachineRequest name(String name) {
		return set("name", text("name", name, MAX_NAME));
	}

	/** How many seconds its tokens live, at most ten years. */
	public UpdateMachineRequest defaultTokenTtl(int defaultTokenTtl) {
		return set("default_token_ttl", number("defaultTokenTtl", defaultTokenTtl, 1, MAX_TTL_SECONDS));
	}

}
