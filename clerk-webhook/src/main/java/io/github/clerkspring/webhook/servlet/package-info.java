/**
 * Filter that receives webhooks on the servlet stack.
 */
@NullMarked
package io.github.clerkspring.webhook.servlet;

import org.jspecify.annotations.NullMarked;
