/**
 * Parts that the sample applications of both web stacks share.
 */
@NullMarked
package io.github.clerkspring.sample.shared;

import org.jspecify.annotations.NullMarked;
