/**
 * Organization roles and permissions: {@code /organization_permissions}, {@code
 * /organization_roles}, {@code /role_sets}.
 */
@NullMarked
package io.github.clerkspring.client.role;

import org.jspecify.annotations.NullMarked;
