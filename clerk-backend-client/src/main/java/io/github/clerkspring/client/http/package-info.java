/**
 * HTTP layer: proxies, JSON, errors and retries. Public for {@code ClerkBackendClient}
 * only; not intended for applications.
 */
@NullMarked
package io.github.clerkspring.client.http;

import org.jspecify.annotations.NullMarked;
