/**
 * Roles, permissions and role sets.
 */
@NullMarked
package io.github.clerkspring.emulator.roles;

import org.jspecify.annotations.NullMarked;
