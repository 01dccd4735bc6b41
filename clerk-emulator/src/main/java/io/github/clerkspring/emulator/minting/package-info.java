/**
 * The kinds of tokens that can be minted on request and their options, declared once for
 * the builders in Java, the control and the console.
 */
@NullMarked
package io.github.clerkspring.emulator.minting;

import org.jspecify.annotations.NullMarked;
