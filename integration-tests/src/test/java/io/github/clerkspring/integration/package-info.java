/**
 * Applications that use the starter beside other frameworks.
 */
@NullMarked
package io.github.clerkspring.integration;

import org.jspecify.annotations.NullMarked;
