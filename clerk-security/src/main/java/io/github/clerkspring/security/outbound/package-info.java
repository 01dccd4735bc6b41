/**
 * Calls of other services with machine-to-machine tokens, or with the token of the
 * current request.
 */
@NullMarked
package io.github.clerkspring.security.outbound;

import org.jspecify.annotations.NullMarked;
