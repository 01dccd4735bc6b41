package io.github.clerkspring.integration.recipe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.TenantId;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.AuditorAware;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.integration.ClerkApplication;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecipesTests {

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void auditorIsTheUser() {
		AuditorAware<String> auditor = new Auditing().auditor();
		assertThat(auditor.getCurrentAuditor()).isEmpty();
		signIn("user_ada", null);
		assertThat(auditor.getCurrentAuditor()).hasValue("user_ada");
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", "n/a"));
		assertThat(auditor.getCurrentAuditor()).isEmpty();
	}

	@Test
	void tenantIsTheActiveOrganization() {
		try (SessionFactory sessions = new Configuration().addAnnotatedClass(Invoice.class)
			.setProperty("hibernate.connection.url", "jdbc:h2:mem:recipes")
			.setProperty("hibernate.hbm2ddl.auto", "create-drop")
			.setCurrentTenantIdentifierResolver(new OrganizationTenant())
			.buildSessionFactory()) {
			signIn("user_ada", "org_1");
			sessions.inTransaction((session) -> session.persist(new Invoice(1)));
			assertThat(invoices(sessions)).containsExactly(1);
			signIn("user_bob", "org_2");
			assertThat(invoices(sessions)).isEmpty();
			signIn("user_eve", null);
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(sessions::openSession);
			SecurityContextHolder.clearContext();
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(sessions::openSession);
		}
	}

	private static List<Integer> invoices(SessionFactory sessions) {
		try (Session session = sessions.openSession()) {
			return session.createSelectionQuery("select id from Invoice", Integer.class).list();
		}
	}

	@Test
	void factorsAndLogContextComeFromTheSession() {
		try (ClerkApplication application = new ClerkApplication(WebApplicationType.SERVLET, Application.class,
				Map.of())) {
			assertThat(application.get("/payments/1", application.member().factorAges(9, -1).mint()).statusCode())
				.isEqualTo(200);
			for (int[] ages : new int[][] { { 11, -1 }, { -1, -1 } }) {
				assertThat(application.get("/payments/1", application.member().factorAges(ages[0], ages[1]).mint())
					.statusCode()).isEqualTo(403);
			}
			assertThat(application.get("/log", application.member().mint()).body())
				.isEqualTo(application.userId() + " null org_1");
			assertThat(application.get("/log", application.member().actor(Map.of("sub", "user_support")).mint()).body())
				.isEqualTo(application.userId() + " user_support org_1");
		}
	}

	private static void signIn(String userId, @Nullable String organizationId) {
		ClerkSession session = new ClerkSession(userId, "sess_1", ClerkSession.Status.ACTIVE,
				(organizationId != null) ? new ClerkSession.Organization(organizationId, null, "org:admin", Set.of())
						: null,
				Entitlements.NONE, Entitlements.NONE, null, null, List.of(), Instant.EPOCH, Map.of(), Set.of());
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken(session, "n/a", "ROLE_org:admin"));
	}

	@Entity(name = "Invoice")
	static class Invoice {

		@Id
		private int id;

		@TenantId
		private @Nullable String organization;

		Invoice() {
		}

		Invoice(int id) {
			this.id = id;
		}

	}

	@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
	@Import({ Factors.class, Controller.class })
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/payments/1")
		String pay() {
			return "paid";
		}

		@GetMapping("/log")
		String log() {
			return MDC.get("user") + " " + MDC.get("actor") + " " + MDC.get("organization");
		}

	}

}
