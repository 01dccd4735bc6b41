package io.github.clerkspring.client.enterprise;

import io.github.clerkspring.client.core.Secret;

/** URL where a trial sign-in begins in a browser; it holds for a short time. */
public record EnterpriseConnectionTestRunUrl(Secret url) {

}
