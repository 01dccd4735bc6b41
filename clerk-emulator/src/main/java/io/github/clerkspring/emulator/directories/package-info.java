/**
 * Directories, the roles of their groups, and links into the admin portal.
 */
@NullMarked
package io.github.clerkspring.emulator.directories;

import org.jspecify.annotations.NullMarked;
