/**
 * Support for sessions and machines in requests of
 * {@link org.springframework.test.web.servlet.MockMvc}.
 */
@NullMarked
package io.github.clerkspring.test.servlet;

import org.jspecify.annotations.NullMarked;
