/** Sessions: {@code /sessions}, {@code /clients}. */
@NullMarked
package io.github.clerkspring.client.session;

import org.jspecify.annotations.NullMarked;
