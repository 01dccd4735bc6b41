package io.github.clerkspring.client.enterprise;

import io.github.clerkspring.client.core.Secret;

/**
 * Where a trial sign-in begins.
 *
 * @param url the URL to open in a browser; it holds for a short time
 */
public record EnterpriseConnectionTestRunUrl(Secret url) {

}
