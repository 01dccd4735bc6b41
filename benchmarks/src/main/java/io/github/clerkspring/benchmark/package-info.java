/**
 * Benchmarks of the emulator and of token verification.
 */
package io.github.clerkspring.benchmark;
