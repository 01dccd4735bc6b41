/** OAuth applications: {@code /oauth_applications}. */
@NullMarked
package io.github.clerkspring.client.oauth;

import org.jspecify.annotations.NullMarked;
