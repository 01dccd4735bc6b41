package io.github.clerkspring.test.machine;

import java.util.function.Consumer;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;
import org.springframework.util.StringUtils;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Factory for the security context of {@link WithClerkMachine}.
 */
final class WithClerkMachineSecurityContextFactory implements WithSecurityContextFactory<WithClerkMachine> {

	private final ApplicationContext context;

	WithClerkMachineSecurityContextFactory(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public SecurityContext createSecurityContext(WithClerkMachine annotation) {
		SecurityContext securityContext = SecurityContextHolder.createEmptyContext();
		securityContext
			.setAuthentication(MachineAuthentications.authenticate(new AnnotationContent(annotation), this.context));
		return securityContext;
	}

	private static final class AnnotationContent extends MachineTokenContent<AnnotationContent> {

		AnnotationContent(WithClerkMachine annotation) {
			super(annotation.tokenType(), subject(annotation));
			scopes(annotation.scopes());
			audience(annotation.audience());
			ifPresent(annotation.organization(), this::organization);
			ifPresent(annotation.clientId(), this::clientId);
			ifPresent(annotation.name(), this::name);
			ifPresent(annotation.actor(), this::actor);
		}

		private static String subject(WithClerkMachine annotation) {
			if (StringUtils.hasText(annotation.subject())) {
				return annotation.subject();
			}
			return (annotation.tokenType() == ClerkTokenType.M2M) ? "mch_test" : "user_test";
		}

		private static void ifPresent(String value, Consumer<String> setter) {
			if (StringUtils.hasText(value)) {
				setter.accept(value);
			}
		}

		@Override
		protected AnnotationContent self() {
			return this;
		}

	}

}
