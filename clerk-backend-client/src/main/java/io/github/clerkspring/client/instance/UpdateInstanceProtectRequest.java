package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the settings of abuse protection. Unset fields remain unchanged. */
public final class UpdateInstanceProtectRequest extends RequestFields<UpdateInstanceProtectRequest> {

	private UpdateInstanceProtectRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceProtectRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateInstanceProtectRequest create() {
		return new UpdateInstanceProtectRequest(Map.of());
	}

	public UpdateInstanceProtectRequest rulesEnabled(@Nullable Boolean rulesEnabled) {
		return setNullable("rules_enabled", rulesEnabled);
	}

	public UpdateInstanceProtectRequest specterEnabled(@Nullable Boolean specterEnabled) {
		return setNullable("specter_enabled", specterEnabled);
	}

}
