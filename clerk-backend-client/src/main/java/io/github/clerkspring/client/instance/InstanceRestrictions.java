package io.github.clerkspring.client.instance;

/**
 * Sign-up restrictions.
 *
 * @param allowlistBlocklistDisabledOnSignIn whether allowlist and blocklist apply to
 * sign-up only
 */
public record InstanceRestrictions(boolean allowlist, boolean blocklist, boolean allowlistBlocklistDisabledOnSignIn,
		boolean blockEmailSubaddresses, boolean blockDisposableEmailDomains) {

}
