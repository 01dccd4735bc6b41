/**
 * Service behind the gateway.
 */
@NullMarked
package io.github.clerkspring.sample.gateway.backend;

import org.jspecify.annotations.NullMarked;
