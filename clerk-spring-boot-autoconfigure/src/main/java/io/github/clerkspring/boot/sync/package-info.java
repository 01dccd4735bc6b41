/**
 * Auto-configuration for users in the application's own tables.
 */
@NullMarked
package io.github.clerkspring.boot.sync;

import org.jspecify.annotations.NullMarked;
