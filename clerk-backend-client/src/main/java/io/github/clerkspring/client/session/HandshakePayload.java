package io.github.clerkspring.client.session;

import java.util.List;

import io.github.clerkspring.client.core.Secret;

/**
 * What a handshake has to set in the browser.
 *
 * @param directives values of the header {@code Set-Cookie}, which contain tokens
 */
public record HandshakePayload(List<Secret> directives) {

}
