/**
 * Auto-configuration for the synchronization of users with tables of the application.
 */
@NullMarked
package io.github.clerkspring.boot.sync;

import org.jspecify.annotations.NullMarked;
