/**
 * Auto-configuration for calls of other services with tokens.
 */
@NullMarked
package io.github.clerkspring.boot.outbound;

import org.jspecify.annotations.NullMarked;
