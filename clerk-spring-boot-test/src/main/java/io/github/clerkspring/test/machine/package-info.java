/**
 * Support for machine tokens in tests of both web stacks.
 */
@NullMarked
package io.github.clerkspring.test.machine;

import org.jspecify.annotations.NullMarked;
