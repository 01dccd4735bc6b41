/**
 * Applications that use the starter beside other frameworks.
 */
@NullMarked
package io.github.clerkspring.it;

import org.jspecify.annotations.NullMarked;
