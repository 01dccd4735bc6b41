/**
 * The five steps of the README on servlet MVC.
 */
@NullMarked
package io.github.clerkspring.sample.webmvc;

import org.jspecify.annotations.NullMarked;
