package io.github.clerkspring.security.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.context.SecurityContextHolder;

import io.github.clerkspring.security.ClerkRequirement.Reason;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.FactorAges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Method security without Spring Boot: the two beans that the annotations require.
 */
class MethodSecurityTests {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			Application.class);

	private final Service service = this.context.getBean(Service.class);

	@AfterEach
	void close() {
		SecurityContextHolder.clearContext();
		this.context.close();
	}

	@Test
	void sessionsThatMeetTheRequirementAreAllowed() {
		signIn("org:admin", 9);
		assertThat(this.service.admin()).isEqualTo("ok");
		assertThat(this.service.payment()).isEqualTo("ok");
	}

	@Test
	void otherSessionsAreDeniedWithTheReason() {
		signIn("org:member", 10);
		assertThatExceptionOfType(AuthorizationDeniedException.class).isThrownBy(this.service::admin)
			.satisfies((ex) -> assertThat(reason(ex)).isEqualTo(Reason.INSUFFICIENT));
		assertThatExceptionOfType(AuthorizationDeniedException.class).isThrownBy(this.service::payment)
			.satisfies((ex) -> assertThat(reason(ex)).isEqualTo(Reason.REVERIFICATION));
	}

	@Test
	void callersWithoutSessionOfClerkAreDenied() {
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("user_1", "n/a", "ROLE_org:admin"));
		assertThatExceptionOfType(AuthorizationDeniedException.class).isThrownBy(this.service::admin);
	}

	private static Reason reason(AuthorizationDeniedException exception) {
		return ((ClerkAuthorizationResult) exception.getAuthorizationResult()).refusal().reason();
	}

	private static void signIn(String role, int age) {
		ClerkSession session = new ClerkSession("user_1", "sess_1", ClerkSession.Status.ACTIVE,
				new ClerkSession.Organization("org_1", null, role, Set.of()), Entitlements.NONE, Entitlements.NONE,
				null, new FactorAges(age, -1), List.of(), Instant.EPOCH, Map.of(), Set.of());
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(session, "n/a", "any"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class Application {

		@Bean
		ClerkMethodAuthorization clerkAuthorization() {
			return new ClerkMethodAuthorization();
		}

		@Bean
		static AnnotationTemplateExpressionDefaults templates() {
			return new AnnotationTemplateExpressionDefaults();
		}

		@Bean
		Service service() {
			return new Service();
		}

	}

	static class Service {

		@RequiresRole("org:admin")
		String admin() {
			return "ok";
		}

		@RequiresReverification
		String payment() {
			return "ok";
		}

	}

}
