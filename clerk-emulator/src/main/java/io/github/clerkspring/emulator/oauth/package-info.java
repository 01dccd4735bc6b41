/**
 * OAuth applications and access tokens.
 */
@NullMarked
package io.github.clerkspring.emulator.oauth;

import org.jspecify.annotations.NullMarked;
