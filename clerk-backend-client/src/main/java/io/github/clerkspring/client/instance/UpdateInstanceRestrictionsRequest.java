package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the sign-up restrictions. Unset fields remain unchanged. */
public final class UpdateInstanceRestrictionsRequest extends RequestFields<UpdateInstanceRestrictionsRequest> {

	private UpdateInstanceRestrictionsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceRestrictionsRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateInstanceRestrictionsRequest create() {
		return new UpdateInstanceRestrictionsRequest(Map.of());
	}

	public UpdateInstanceRestrictionsRequest allowlist(@Nullable Boolean allowlist) {
		return setNullable("allowlist", allowlist);
	}

	public UpdateInstanceRestrictionsRequest blocklist(@Nullable Boolean blocklist) {
		return setNullable("blocklist", blocklist);
	}

	/** Set whether allowlist and blocklist apply to sign-up only. */
	public UpdateInstanceRestrictionsRequest allowlistBlocklistDisabledOnSignIn(@Nullable Boolean value) {
		return setNullable("allowlist_blocklist_disabled_on_sign_in", value);
	}

	/**
	 * Set whether {@code +}, {@code =} and {@code #} are rejected in the local part of
	 * addresses.
	 */
	public UpdateInstanceRestrictionsRequest blockEmailSubaddresses(@Nullable Boolean blockEmailSubaddresses) {
		return setNullable("block_email_subaddresses", blockEmailSubaddresses);
	}

	public UpdateInstanceRestrictionsRequest blockDisposableEmailDomains(@Nullable Boolean value) {
		return setNullable("block_disposable_email_domains", value);
	}

}
