/**
 * Application on servlet MVC that the benchmarks start in several variants.
 */
@NullMarked
package io.github.clerkspring.benchmark.webmvc;

import org.jspecify.annotations.NullMarked;
