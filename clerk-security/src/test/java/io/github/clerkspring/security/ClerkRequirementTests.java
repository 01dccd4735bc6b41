package io.github.clerkspring.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Nothing that is required is dropped.
 */
class ClerkRequirementTests {

	private static final ClerkSession SESSION = session("org:admin",
			Set.of("org:invoices:read", "org:invoices:create"));

	private static final List<Function<String, ClerkRequirement>> SETTERS = List.of(ClerkRequirement.create()::role,
			ClerkRequirement.create()::permission, ClerkRequirement.create()::feature, ClerkRequirement.create()::plan);

	private static ClerkSession session(@Nullable String role, Set<String> permissions) {
		return new ClerkSession("user_1", "sess_1", ClerkSession.Status.ACTIVE,
				new ClerkSession.Organization("org_1", null, role, permissions),
				new Entitlements(Set.of("export", ""), Set.of("dashboard", "")),
				new Entitlements(Set.of("free"), Set.of("pro")), null, new FactorAges(5, -1), List.of(), Instant.EPOCH,
				Map.of(), Set.of());
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t\n" })
	void refusesToRequireNullOrBlank(@Nullable String value) {
		SETTERS.forEach((setter) -> assertThatIllegalArgumentException().isThrownBy(() -> setter.apply(value)));
	}

	@Test
	void refusesToRequireReverificationOfNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkRequirement.create().reverification(null));
		assertThatIllegalArgumentException().isThrownBy(() -> new Reverification(null, 10));
		for (long minutes : new long[] { 0, -1, Long.MIN_VALUE }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> new Reverification(Reverification.Level.FIRST_FACTOR, minutes));
		}
	}

	@Test
	void requiresAllThatIsAdded() {
		ClerkRequirement both = ClerkRequirement.create().permission("invoices:read").permission("invoices:create");
		assertThat(SESSION.has(both)).isTrue();
		assertThat(session("org:admin", Set.of("org:invoices:create")).has(both)).isFalse();
		assertThat(SESSION.has(ClerkRequirement.create().role("owner").role("admin"))).isFalse();
		assertThat(SESSION.has(ClerkRequirement.create().feature("none").feature("export"))).isFalse();
		assertThat(SESSION.has(ClerkRequirement.create().plan("none").plan("pro"))).isFalse();
		assertThat(SESSION.has(ClerkRequirement.create()
			.reverification(new Reverification(Reverification.Level.FIRST_FACTOR, 5))
			.reverification(Reverification.LAX))).isFalse();
		assertThat(SESSION.has(ClerkRequirement.create().role("admin").reverification(Reverification.LAX))).isTrue();
	}

	@Test
	void doesNotChangeWhatIsSharedByTwo() {
		ClerkRequirement admin = ClerkRequirement.create().role("admin");
		assertThat(SESSION.has(admin.plan("none"))).isFalse();
		assertThat(SESSION.has(admin)).isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "org:", "org:org:", "org: ", "o:", "u:", "organization:", "user:", ":", "::" })
	void hasNothingThatIsBlank(@Nullable String value) {
		for (ClerkSession session : List.of(SESSION, session("org:", Set.of("org:", "org: ", "")),
				session(null, Set.of()))) {
			assertThat(session.hasRole(value)).isFalse();
			assertThat(session.hasPermission(value)).isFalse();
			assertThat(session.hasFeature(value)).isFalse();
			assertThat(session.hasPlan(value)).isFalse();
		}
	}

}
