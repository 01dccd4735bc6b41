package io.github.clerkspring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Configures an in-process emulator of Clerk in a Spring Boot test or test slice. The
 * emulator replaces the configured connection, so that no keys are required. Inject
 * {@link io.github.clerkspring.emulator.ClerkEmulator} to add data and to create tokens.
 * The emulator has the lifetime of the application context.
 * <p>
 * The emulator and the application use the system time. To control the time of both,
 * expose the clock of the emulator as Clerk's clock in the application:
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
	 * Whether the emulator is reset before each test method. A test fails if its reset
	 * would disturb another test that runs in parallel with the same application context.
	 * Without resets, such tests can share the emulator.
	 * @return whether the emulator is reset
	 */
	boolean reset() default true;

}
