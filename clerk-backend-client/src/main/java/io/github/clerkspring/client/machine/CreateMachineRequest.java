package io.github.clerkspring.client.machine;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A machine to create. */
public final class CreateMachineRequest extends RequestFields<CreateMachineRequest> {

	private static final int MAX_NAME = 255;

	private static final int MAX_SCOPES = 150;

	private static final int MAX_TTL_SECONDS = 315360000;

	private CreateMachineRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateMachineRequest::new);
	}

	/** Begin with the name, at most 255 characters. */
	public static CreateMachineRequest create(String name) {
		return new CreateMachineRequest(Map.of()).set("name", text("name", name, MAX_NAME));
	}

	/** The ids of the machines it may call, at most 150. */
	public CreateMachineRequest scopedMachines(List<String> scopedMachines) {
		return set("scoped_machines", items("scopedMachines", scopedMachines, MAX_SCOPES));
	}

	/** How many seconds its tokens live, at most ten years; one hour unless set. */
	public CreateMachineRequest defaultTokenTtl(int defaultTokenTtl) {
		return set("default_token_ttl", number("defaultTokenTtl", defaultTokenTtl, 1, MAX_TTL_SECONDS));
	}

}
