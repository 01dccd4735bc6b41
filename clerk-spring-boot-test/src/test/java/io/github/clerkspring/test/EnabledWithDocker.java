package io.github.clerkspring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Marks tests that need an engine of Docker and the image of the emulator. They run where
 * both are promised, and fail there if the promise is broken; an image that happens to
 * lie about may be of another day.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "clerk.docker", matches = "true", disabledReason = "Docker: .ci/docker runs it")
public @interface EnabledWithDocker {

}
