/**
 * Session tokens: rules, decoders for both stacks, and the conversion of claims to a
 * {@link io.github.clerkspring.security.ClerkSession}.
 */
@NullMarked
package io.github.clerkspring.security.session;

import org.jspecify.annotations.NullMarked;
