/**
 * A Clerk instance for tests, and the tokens that attackers would send.
 */
@NullMarked
package io.github.clerkspring.security.attack;

import org.jspecify.annotations.NullMarked;
