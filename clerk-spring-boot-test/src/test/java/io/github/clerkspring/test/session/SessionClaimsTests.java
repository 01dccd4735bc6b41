package io.github.clerkspring.test.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SessionClaimsTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	@Test
	void theConverterReadsWhatWasSaid() {
		ClerkSession session = read(new Claims("user_ada").sessionId("sess_1")
			.organization("org_acme")
			.organizationSlug("acme")
			.role("org:admin")
			.permissions("org:invoices:create", "org:invoices:read", "org:reports:read")
			.features("u:export", "ou:teams", "u:invoices")
			.plans("o:pro")
			.factorAges(1, -1)
			.actor("user_support")
			.claim("locale", "de"));
		assertThat(session.userId()).isEqualTo("user_ada");
		assertThat(session.sessionId()).isEqualTo("sess_1");
		assertThat(session.organization().slug()).isEqualTo("acme");
		assertThat(session.organization().role()).isEqualTo("org:admin");
		assertThat(session.organization().permissions()).containsExactlyInAnyOrder("org:invoices:create",
				"org:invoices:read", "org:reports:read");
		assertThat(session.features().all()).containsExactlyInAnyOrder("invoices", "reports", "teams", "export");
		assertThat(session.plans().all()).containsExactly("pro");
		assertThat(session.isVerified(Reverification.STRICT)).isTrue();
		assertThat(session.isImpersonated()).isTrue();
		assertThat(session.claims()).containsEntry("locale", "de");
		assertThat(session.expiresAt()).isEqualTo(NOW.plusSeconds(60));
	}

	@ParameterizedTest
	@EnumSource
	void everyKindOfActorIsRead(ClerkSession.Actor.Kind kind) {
		ClerkSession session = read(new Claims("user_ada").actor(kind, "user_support"));
		assertThat(session.actor().kind()).isEqualTo(kind);
		assertThat(session.actor().subject()).isEqualTo("user_support");
	}

	@Test
	void tasksMakeTheSessionPending() {
		ClerkSession session = read(new Claims("user_ada").tasks("choose-organization", "setup-mfa"));
		assertThat(session.isPending()).isTrue();
		assertThat(session.tasks()).containsExactly("choose-organization", "setup-mfa");
	}

	@Test
	void whatWasNotSaidIsAbsent() {
		ClerkSession session = read(new Claims("user_ada"));
		assertThat(session.organization()).isNull();
		assertThat(session.status()).isEqualTo(ClerkSession.Status.ACTIVE);
		assertThat(session.claims()).containsOnlyKeys("v", "sub", "sid", "sts", "iat", "nbf", "exp");
	}

	@Test
	void aRoleNeedsAnOrganization() {
		assertThatIllegalStateException().isThrownBy(() -> read(new Claims("user_ada").role("org:admin")));
	}

	@Test
	void refusesPermissionsThatNoTokenCarries() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Claims("user_ada").permissions("org:sys_profile:manage"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Claims("user_ada").permissions("invoices"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Claims("user_ada").features("export"));
	}

	@Test
	void saysWhenTheApplicationHasNoConverter() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.refresh();
			assertThatIllegalStateException()
				.isThrownBy(() -> SessionAuthentications.authenticate(new Claims("user_ada"), context))
				.withMessageContaining("ClerkJwtAuthenticationConverter");
		}
	}

	private static ClerkSession read(Claims claims) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean("clerkClock", Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
			context.registerBean("other", Clock.class, () -> Clock.fixed(NOW.minusSeconds(3600), ZoneOffset.UTC));
			context.registerBean(ClerkJwtAuthenticationConverter.class,
					() -> new ClerkJwtAuthenticationConverter(ClerkAuthoritiesMapper.withDefaults()));
			context.refresh();
			return (ClerkSession) SessionAuthentications.authenticate(claims, context).getPrincipal();
		}
	}

	private static final class Claims extends SessionClaims<Claims> {

		Claims(String userId) {
			super(userId);
		}

		@Override
		protected Claims self() {
			return this;
		}

	}

}
