/**
 * Application on WebFlux that the benchmarks start in several variants.
 */
@NullMarked
package io.github.clerkspring.benchmark.webflux;

import org.jspecify.annotations.NullMarked;
