/** Emails sent by the application: {@code /email}. */
@NullMarked
package io.github.clerkspring.client.email;

import org.jspecify.annotations.NullMarked;
