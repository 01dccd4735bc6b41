/**
 * JWT templates and templates of emails and SMS messages: {@code /jwt_templates},
 * {@code /templates}.
 */
@NullMarked
package io.github.clerkspring.client.template;

import org.jspecify.annotations.NullMarked;
