/**
 * Webhooks that are handled once, with a database.
 */
@NullMarked
package io.github.clerkspring.sample.webhooks;

import org.jspecify.annotations.NullMarked;
