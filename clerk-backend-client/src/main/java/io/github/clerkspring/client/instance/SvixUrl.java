package io.github.clerkspring.client.instance;

import io.github.clerkspring.client.core.Secret;

/** URL of the dashboard of the webhooks; whoever knows it is let in. */
public record SvixUrl(Secret svixUrl) {

}
