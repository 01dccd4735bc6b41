/**
 * The five steps of the README on WebFlux.
 */
@NullMarked
package io.github.clerkspring.sample.quickstart;

import org.jspecify.annotations.NullMarked;
