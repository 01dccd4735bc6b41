/**
 * Directories that provision users: {@code /directories}, {@code /scim_directories},
 * {@code /admin_portal_link_tokens}.
 */
@NullMarked
package io.github.clerkspring.client.directory;

import org.jspecify.annotations.NullMarked;
