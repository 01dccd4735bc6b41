package io.github.clerkspring.client.instance;

/**
 * Who may sign up.
 *
 * @param allowlistBlocklistDisabledOnSignIn whether the two lists hold for sign-up alone
 */
public record InstanceRestrictions(boolean allowlist, boolean blocklist, boolean allowlistBlocklistDisabledOnSignIn,
		boolean blockEmailSubaddresses, boolean blockDisposableEmailDomains) {

}
