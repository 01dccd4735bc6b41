package io.github.clerkspring.client.session;

import java.util.List;

import io.github.clerkspring.client.core.Secret;

/**
 * Cookies to set in the browser after a handshake.
 *
 * @param directives the values of {@code Set-Cookie} headers, which contain tokens
 */
public record HandshakePayload(List<Secret> directives) {

}
