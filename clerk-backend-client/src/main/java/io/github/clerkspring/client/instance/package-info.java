/**
 * Instance settings: {@code /instance}, {@code /beta_features}, {@code /domains}, {@code
 * /redirect_urls}, {@code /proxy_checks}, {@code /jwks}, {@code /public}, {@code
 * /webhooks}, {@code /accountless_applications}.
 */
@NullMarked
package io.github.clerkspring.client.instance;

import org.jspecify.annotations.NullMarked;
