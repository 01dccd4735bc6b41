/**
 * Examples of docs/calling-services.md.
 */
@NullMarked
package io.github.clerkspring.boot.outbound.example;

import org.jspecify.annotations.NullMarked;
