package io.github.clerkspring.security.session;

/**
 * Warning about a token whose signature is valid: it points to a setting, not to an
 * attack.
 *
 * @param key what is warned of once
 * @param text the warning
 */
record RejectionWarning(String key, String text) {

}
