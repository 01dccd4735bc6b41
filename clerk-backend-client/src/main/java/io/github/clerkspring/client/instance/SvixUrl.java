package io.github.clerkspring.client.instance;

import io.github.clerkspring.client.core.Secret;

/** URL of the webhook dashboard; it grants access to its bearer. */
public record SvixUrl(Secret svixUrl) {

}
