package io.github.clerkspring.client.instance;

import io.github.clerkspring.client.core.Secret;

/**
 * Where the webhooks are managed.
 *
 * @param svixUrl the URL of the dashboard; whoever knows it is let in
 */
public record SvixUrl(Secret svixUrl) {

}
