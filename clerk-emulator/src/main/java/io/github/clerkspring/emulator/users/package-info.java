/**
 * Users, their credentials and their contacts.
 */
@NullMarked
package io.github.clerkspring.emulator.users;

import org.jspecify.annotations.NullMarked;
