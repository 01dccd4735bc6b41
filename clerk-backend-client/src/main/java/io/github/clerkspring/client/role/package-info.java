/**
 * Roles and permissions in organizations: {@code /organization_roles},
 * {@code /organization_permissions}, {@code /role_sets}.
 */
@NullMarked
package io.github.clerkspring.client.role;

import org.jspecify.annotations.NullMarked;
