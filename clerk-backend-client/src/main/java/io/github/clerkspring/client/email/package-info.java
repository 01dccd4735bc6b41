/**
 * E-mails that an application sends through Clerk: {@code /email}.
 */
@NullMarked
package io.github.clerkspring.client.email;

import org.jspecify.annotations.NullMarked;
