/**
 * The wire: proxies, JSON, errors, retries. Not for applications; public for
 * {@code ClerkBackendClient} alone.
 */
@NullMarked
package io.github.clerkspring.client.http;

import org.jspecify.annotations.NullMarked;
