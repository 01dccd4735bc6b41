package io.github.clerkspring.test.session;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithSecurityContext;

import io.github.clerkspring.security.ClerkSession.Actor.Kind;

/**
 * Runs a test with a session, as if its token had been verified: with
 * {@link org.springframework.test.web.servlet.MockMvc}, with a
 * {@link org.springframework.test.web.reactive.server.WebTestClient} that is bound to the
 * application context, and with secured methods. The converter of the application creates
 * the principal and its authorities from the claims. Tokens are neither signed nor
 * verified.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@WithSecurityContext(factory = WithClerkSessionSecurityContextFactory.class)
public @interface WithClerkSession {

	/**
	 * The id of the user.
	 * @return the id
	 */
	String userId() default "user_test";

	/**
	 * The id of the session.
	 * @return the id
	 */
	String sessionId() default "sess_test";

	/**
	 * The id of the active organization.
	 * @return the id, or an empty string for no organization. Defaults to
	 * {@code org_test} if a role or permissions are set
	 */
	String organization() default "";

	/**
	 * The role in the active organization.
	 * @return the key of the role, such as {@code org:admin}, or an empty string for none
	 */
	String role() default "";

	/**
	 * The permissions in the active organization.
	 * @return the keys of the permissions, such as {@code org:invoices:create}
	 */
	String[] permissions() default {};

	/**
	 * The features.
	 * @return the slugs of the features with the prefix of their owner, such as
	 * {@code o:export} or {@code u:export}
	 */
	String[] features() default {};

	/**
	 * The plans.
	 * @return the slugs of the plans with the prefix of their owner, such as
	 * {@code o:pro} or {@code u:pro}
	 */
	String[] plans() default {};

	/**
	 * The minutes since the verification of the first and the second factor.
	 * @return two numbers, where -1 stands for a factor that was not verified, or an
	 * empty array to omit the claim
	 */
	int[] factorAges() default {};

	/**
	 * The id of the actor that impersonates the user.
	 * @return the id, or an empty string for none
	 */
	String actor() default "";

	/**
	 * The kind of impersonation.
	 * @return the kind, which has no effect without an actor
	 */
	Kind actorKind() default Kind.ACTOR_TOKEN;

	/**
	 * Whether the session has pending tasks. Applications reject tokens of pending
	 * sessions by default, but tokens are not verified here.
	 * @return whether the session is pending
	 */
	boolean pending() default false;

	/**
	 * The test execution event that establishes the session.
	 * @return the event
	 */
	@AliasFor(annotation = WithSecurityContext.class)
	TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;

}
