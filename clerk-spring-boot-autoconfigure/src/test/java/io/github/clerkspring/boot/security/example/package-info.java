/**
 * Examples of docs/sessions.md, compiled and tested.
 */
@NullMarked
package io.github.clerkspring.boot.security.example;

import org.jspecify.annotations.NullMarked;
