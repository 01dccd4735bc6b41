/**
 * Organizations, their members, invitations and domains.
 */
@NullMarked
package io.github.clerkspring.emulator.organizations;

import org.jspecify.annotations.NullMarked;
