/**
 * Applications that sign their users in through Clerk: {@code /oauth_applications}.
 */
@NullMarked
package io.github.clerkspring.client.oauth;

import org.jspecify.annotations.NullMarked;
