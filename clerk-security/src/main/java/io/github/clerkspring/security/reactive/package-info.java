/**
 * Integration with Spring Security for WebFlux.
 */
@NullMarked
package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.NullMarked;
