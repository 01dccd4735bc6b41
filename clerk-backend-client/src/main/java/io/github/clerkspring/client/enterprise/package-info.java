/**
 * Sign-in by the identity provider of an enterprise: {@code /enterprise_connections},
 * {@code /saml_connections}.
 */
@NullMarked
package io.github.clerkspring.client.enterprise;

import org.jspecify.annotations.NullMarked;
