/** Users: {@code /users}, {@code /email_addresses}, {@code /phone_numbers}. */
@NullMarked
package io.github.clerkspring.client.user;

import org.jspecify.annotations.NullMarked;
