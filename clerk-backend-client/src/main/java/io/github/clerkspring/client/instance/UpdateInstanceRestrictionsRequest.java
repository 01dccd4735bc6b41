package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of who may sign up. Fields that are not set stay as they are. */
public final class UpdateInstanceRestrictionsRequest extends RequestFields<UpdateInstanceRestrictionsRequest> {

	private UpdateInstanceRestrictionsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceRestrictionsRequest::new);
	}

	/** Begin with no change. */
	public static UpdateInstanceRestrictionsRequest create() {
		return new UpdateInstanceRestrictionsRequest(Map.of());
	}

	public UpdateInstanceRestrictionsRequest allowlist(@Nullable Boolean allowlist) {
		return setNullable("allowlist", allowlist);
	}

	public UpdateInstanceRestrictionsRequest blocklist(@Nullable Boolean blocklist) {
		return setNullable("blocklist", blocklist);
	}

	/** Set whether the two lists hold for sign-up alone. */
	public UpdateInstanceRestrictionsRequest allowlistBlocklistDisabledOnSignIn(@Nullable Boolean value) {
		return setNullable("allowlist_blocklist_disabled_on_sign_in", value);
	}

	/** Refuse {@code +}, {@code =} and {@code #} in the local part of addresses. */
	public UpdateInstanceRestrictionsRequest blockEmailSubaddresses(@Nullable Boolean blockEmailSubaddresses) {
		return setNullable("block_email_subaddresses", blockEmailSubaddresses);
	}

	public UpdateInstanceRestrictionsRequest blockDisposableEmailDomains(@Nullable Boolean value) {
		return setNullable("block_disposable_email_domains", value);
	}

}
