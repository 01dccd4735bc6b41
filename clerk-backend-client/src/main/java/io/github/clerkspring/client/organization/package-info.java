/**
 * Organizations: {@code /organizations}, {@code /organization_memberships},
 * {@code /organization_invitations}, {@code /organization_domains}.
 */
@NullMarked
package io.github.clerkspring.client.organization;

import org.jspecify.annotations.NullMarked;
