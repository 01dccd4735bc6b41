/**
 * Sessions in tests, on both web stacks.
 */
@NullMarked
package io.github.clerkspring.test.session;

import org.jspecify.annotations.NullMarked;
