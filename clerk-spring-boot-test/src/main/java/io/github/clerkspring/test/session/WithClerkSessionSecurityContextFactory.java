package io.github.clerkspring.test.session;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Factory for the security context of {@link WithClerkSession}.
 */
final class WithClerkSessionSecurityContextFactory implements WithSecurityContextFactory<WithClerkSession> {

	private final ApplicationContext context;

	WithClerkSessionSecurityContextFactory(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public SecurityContext createSecurityContext(WithClerkSession annotation) {
		SecurityContext securityContext = SecurityContextHolder.createEmptyContext();
		securityContext
			.setAuthentication(SessionAuthentications.authenticate(new AnnotationClaims(annotation), this.context));
		return securityContext;
	}

	private static final class AnnotationClaims extends SessionClaims<AnnotationClaims> {

		AnnotationClaims(WithClerkSession annotation) {
			super(annotation.userId());
			sessionId(annotation.sessionId());
			addOrganization(annotation);
			features(annotation.features());
			plans(annotation.plans());
			int[] ages = annotation.factorAges();
			Assert.isTrue(ages.length == 0 || ages.length == 2, "'factorAges' must be two numbers");
			if (ages.length == 2) {
				factorAges(ages[0], ages[1]);
			}
			if (StringUtils.hasText(annotation.actor())) {
				actor(annotation.actorKind(), annotation.actor());
			}
			if (annotation.pending()) {
				pending();
			}
		}

		private void addOrganization(WithClerkSession annotation) {
			boolean implied = StringUtils.hasText(annotation.role()) || annotation.permissions().length > 0;
			if (StringUtils.hasText(annotation.organization()) || implied) {
				organization((StringUtils.hasText(annotation.organization())) ? annotation.organization() : "org_test");
			}
			if (StringUtils.hasText(annotation.role())) {
				role(annotation.role());
			}
			permissions(annotation.permissions());
		}

		@Override
		protected AnnotationClaims self() {
			return this;
		}

	}

}
