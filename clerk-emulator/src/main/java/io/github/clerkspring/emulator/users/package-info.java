/**
 * Users, their credentials and what they are reached by.
 */
@NullMarked
package io.github.clerkspring.emulator.users;

import org.jspecify.annotations.NullMarked;
