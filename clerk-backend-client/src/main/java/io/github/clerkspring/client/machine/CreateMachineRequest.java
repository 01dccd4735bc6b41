package io.github.clerkspring.client.machine;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a machine. */
public final class CreateMachineRequest extends RequestFields<CreateMachineRequest> {

	private static final int MAX_NAME = 255;

	private static final int MAX_SCOPES = 150;

	private static final int MAX_TTL_SECONDS = 315360000;

	private CreateMachineRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateMachineRequest::new);
	}

	/** Create a request with the name, at most 255 characters. */
	public static CreateMachineRequest create(String name) {
		return new CreateMachineRequest(Map.of()).set("name", text("name", name, MAX_NAME));
	}

	/** Set the ids of the machines that it may call, at most 150. */
	public CreateMachineRequest scopedMachines(List<String> scopedMachines) {
		return set("scoped_machines", items("scopedMachines", scopedMachines, MAX_SCOPES));
	}

	/**
	 * Set the default token lifetime in seconds, at most ten years. Defaults to one hour.
	 */
	public CreateMachineRequest defaultTokenTtl(int defaultTokenTtl) {
		return set("default_token_ttl", number("defaultTokenTtl", defaultTokenTtl, 1, MAX_TTL_SECONDS));
	}

}
