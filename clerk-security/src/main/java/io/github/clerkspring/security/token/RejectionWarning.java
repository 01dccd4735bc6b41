package io.github.clerkspring.security.token;

import java.io.Serializable;

/**
 * Warning about a token whose signature is valid: the cause is a setting or a clock
 * rather than an attack.
 *
 * @param key the warning is logged once for each key
 * @param text the message
 */
record RejectionWarning(String key, String text) implements Serializable {

}
