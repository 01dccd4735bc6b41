/**
 * Enterprise single sign-on: {@code /enterprise_connections}, {@code /saml_connections}.
 */
@NullMarked
package io.github.clerkspring.client.enterprise;

import org.jspecify.annotations.NullMarked;
