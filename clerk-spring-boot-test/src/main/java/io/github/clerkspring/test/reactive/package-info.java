/**
 * Support for sessions and machines in requests of
 * {@link org.springframework.test.web.reactive.server.WebTestClient}.
 */
@NullMarked
package io.github.clerkspring.test.reactive;

import org.jspecify.annotations.NullMarked;
