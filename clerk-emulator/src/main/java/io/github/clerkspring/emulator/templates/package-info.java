/**
 * Templates of messages, and e-mails.
 */
@NullMarked
package io.github.clerkspring.emulator.templates;

import org.jspecify.annotations.NullMarked;
