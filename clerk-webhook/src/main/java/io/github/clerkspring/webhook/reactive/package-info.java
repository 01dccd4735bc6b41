/**
 * Filter that receives webhooks on the reactive stack.
 */
@NullMarked
package io.github.clerkspring.webhook.reactive;

import org.jspecify.annotations.NullMarked;
