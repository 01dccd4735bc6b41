package io.github.clerkspring.client.enterprise;

import io.github.clerkspring.client.core.Secret;

/** URL that starts a test run in a browser; it expires after a short time. */
public record EnterpriseConnectionTestRunUrl(Secret url) {

}
