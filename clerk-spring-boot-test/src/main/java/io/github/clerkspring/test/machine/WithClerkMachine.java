package io.github.clerkspring.test.machine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithSecurityContext;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Runs a test with a machine, as if its token had been verified: with
 * {@link org.springframework.test.web.servlet.MockMvc}, with a
 * {@link org.springframework.test.web.reactive.server.WebTestClient} that is bound to the
 * application context, and with secured methods. The application maps the machine to its
 * authorities. Tokens are not verified, and {@code clerk.accepted-tokens} does not apply.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@WithSecurityContext(factory = WithClerkMachineSecurityContextFactory.class)
public @interface WithClerkMachine {

	/**
	 * The type of the token.
	 * @return the type, not {@link ClerkTokenType#SESSION}
	 */
	ClerkTokenType tokenType() default ClerkTokenType.M2M;

	/**
	 * The id of the machine, user or organization that the token was issued to.
	 * @return the id, or an empty string for {@code mch_test} with M2M tokens and
	 * {@code user_test} with other tokens
	 */
	String subject() default "";

	/**
	 * The scopes; for an M2M token the ids of the machines that may accept it.
	 * @return the scopes
	 */
	String[] scopes() default {};

	/**
	 * The id of the organization.
	 * @return the id, or an empty string for none
	 */
	String organization() default "";

	/**
	 * The client id of the OAuth application.
	 * @return the client id, or an empty string for {@code client_test} with OAuth access
	 * tokens and none with other tokens
	 */
	String clientId() default "";

	/**
	 * The name of the API key.
	 * @return the name, or an empty string for none
	 */
	String name() default "";

	/**
	 * The audience.
	 * @return the audience
	 */
	String[] audience() default {};

	/**
	 * The id of the actor of an OAuth access token.
	 * @return the id, or an empty string for none
	 */
	String actor() default "";

	/**
	 * The test execution event that establishes the machine.
	 * @return the event
	 */
	@AliasFor(annotation = WithSecurityContext.class)
	TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;

}
