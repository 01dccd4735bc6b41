package io.github.clerkspring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test of Spring Boot, whole or a slice, an emulated Clerk inside the process. It
 * takes the place of the configured one, so that no key is needed; inject
 * {@link io.github.clerkspring.emulator.ClerkEmulator} to fill it and to mint tokens. The
 * emulator lives as long as the application context.
 * <p>
 * The emulator and the application use the system time. To move the time of both, let
 * Clerk's clock in the application be that of the emulator:
 *
 * <pre class="code">
 * &#064;Bean
 * Clock clerkClock(ClerkEmulator emulator) {
 * 	return emulator.clock();
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureClerkEmulator {

	/**
	 * Whether the emulator is reset before each test method. A test whose reset would
	 * disturb another one that runs in parallel with the same application context fails.
	 * Without resets, such tests can share the emulator.
	 * @return whether it is reset
	 */
	boolean reset() default true;

}
