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
 * Runs a test as if a session token had been verified: with
 * {@link org.springframework.test.web.servlet.MockMvc}, with
 * {@link org.springframework.test.web.reactive.server.WebTestClient} bound to the
 * application context, and with secured methods. The application's own converter makes
 * the principal and its authorities of the claims; no token is signed and none verified.
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
	 * @return the id; empty for none, unless a role or permissions are given, which make
	 * it {@code org_test}
	 */
	String organization() default "";

	/**
	 * The role in the active organization.
	 * @return the key of the role, as {@code org:admin}; empty for none
	 */
	String role() default "";

	/**
	 * The permissions in the active organization.
	 * @return their keys, as {@code org:invoices:create}
	 */
	String[] permissions() default {};

	/**
	 * The features.
	 * @return their slugs after their owner, as {@code o:export} or {@code u:export}
	 */
	String[] features() default {};

	/**
	 * The plans.
	 * @return their slugs after their owner, as {@code o:pro} or {@code u:pro}
	 */
	String[] plans() default {};

	/**
	 * The minutes since the first and the second factor.
	 * @return two numbers, -1 for never; empty to say nothing
	 */
	int[] factorAges() default {};

	/**
	 * The id of who acts as the user.
	 * @return the id; empty for nobody
	 */
	String actor() default "";

	/**
	 * How the actor came to act as the user.
	 * @return the kind; without effect if there is no actor
	 */
	Kind actorKind() default Kind.ACTOR_TOKEN;

	/**
	 * Whether the user has a task left to do. Applications refuse tokens of such sessions
	 * unless they are configured to accept them, but no token is verified here.
	 * @return whether the session is pending
	 */
	boolean pending() default false;

	/**
	 * When the session begins.
	 * @return the event
	 */
	@AliasFor(annotation = WithSecurityContext.class)
	TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;

}
