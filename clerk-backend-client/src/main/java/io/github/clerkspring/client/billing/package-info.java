/**
 * Billing: {@code /billing}, {@code /commerce},
 * {@code /organizations/{organization_id}/billing}, {@code /users/{user_id}/billing}.
 */
@NullMarked
package io.github.clerkspring.client.billing;

import org.jspecify.annotations.NullMarked;
