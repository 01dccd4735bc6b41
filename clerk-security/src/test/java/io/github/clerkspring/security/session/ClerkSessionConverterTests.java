package io.github.clerkspring.security.session;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.FactorAges;
import io.github.clerkspring.security.Reverification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class ClerkSessionConverterTests {

	private final ClerkSessionConverter converter = new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults());

	private static Jwt jwt(Map<String, Object> more) {
		Map<String, Object> claims = new HashMap<>(Map.of("sub", "user_1", "sid", "sess_1"));
		claims.putAll(more);
		return new Jwt("secret-token", null, Instant.ofEpochSecond(60), Map.of("alg", "RS256"), claims);
	}

	private ClerkSession session(Map<String, Object> more) {
		return this.converter.convert(jwt(more));
	}

	private ClerkSession v2(String features, String names, String masks) {
		return session(Map.of("v", 2, "fea", features, "pla", "u:free,o:pro", "o",
				Map.of("id", "org_1", "rol", "admin", "slg", "acme", "per", names, "fpm", masks)));
	}

	private Set<String> permissions(String features, String names, String masks) {
		ClerkSession.Organization organization = v2(features, names, masks).organization();
		assertThat(organization).isNotNull();
		return organization.permissions();
	}

	@Test
	void decodesPermissionsAsClerkDoes() {
		assertThat(permissions("o:dashboard,o:teams", "manage,read", "3,2"))
			.containsExactlyInAnyOrder("org:dashboard:manage", "org:dashboard:read", "org:teams:read");
		assertThat(permissions("o:repositories,o:projects", "read,create,update,delete,revoke", "7,21"))
			.containsExactlyInAnyOrder("org:repositories:read", "org:repositories:create", "org:repositories:update",
					"org:projects:read", "org:projects:update", "org:projects:revoke");
		assertThat(permissions("o:a,o:b,o:c", "read,manage", "1,0,3")).containsExactlyInAnyOrder("org:a:read",
				"org:c:read", "org:c:manage");
		assertThat(permissions("o:a,uo:b,u:c", "read,manage", "1,2,0")).containsExactlyInAnyOrder("org:a:read",
				"org:b:manage");
	}

	@Test
	void decodesMasksOfAnySize() {
		StringBuilder names = new StringBuilder("n0");
		for (int i = 1; i < 54; i++) {
			names.append(",n").append(i);
		}
		assertThat(permissions("o:f", names.toString(), "9007199254740993")).containsExactlyInAnyOrder("org:f:n0",
				"org:f:n53");
	}

	@Test
	void grantsOnlyWhatBothReadingsGrant() {
		assertThat(permissions("u:export,o:dashboard", "read,manage", "3,0")).isEmpty();
		assertThat(permissions("u:export,o:dashboard", "read,manage", "0,3")).isEmpty();
		assertThat(permissions("o:a,u:x,o:b", "read,manage", "1,0,2")).containsExactly("org:a:read");
	}

	@Test
	void survivesCarelessLists() {
		assertThat(permissions("o:a", "read", "x")).isEmpty();
		assertThat(permissions("o:a", "read", "-1")).isEmpty();
		assertThat(permissions("o:a", " read , manage ", " 003 ")).containsExactlyInAnyOrder("org:a:read",
				"org:a:manage");
		assertThat(permissions("o:a", "read,", "1,1,1")).containsExactly("org:a:read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "o:dashboard,other", "o:dashboard,", ",o:dashboard", "o:dashboard,,o:teams", "dashboard",
			" ", "o:dashboard,\u00a0" })
	void grantsNothingFromMalformedList(String list) {
		ClerkSession session = v2(list, "manage", "1");
		assertThat(session.features()).isEqualTo(Entitlements.NONE);
		assertThat(session.organization()).isEqualTo(new ClerkSession.Organization("org_1", "acme", null, Set.of()));
		assertThat(session.authorities()).isEmpty();
		ClerkSession withoutOrganization = session(Map.of("v", 2, "fea", list, "pla", "u:free"));
		assertThat(withoutOrganization.features()).isEqualTo(Entitlements.NONE);
		assertThat(withoutOrganization.hasPlan("free")).isTrue();
		assertThat(session(Map.of("pla", list)).plans()).isEqualTo(Entitlements.NONE);
	}

	@Test
	void grantsNothingFromListsOfAnotherType() {
		for (Object list : List.of(7, true, List.of("o:dashboard"), Map.of("o", "dashboard"))) {
			assertThat(session(Map.of("fea", list, "pla", list)).features()).isEqualTo(Entitlements.NONE);
			assertThat(session(
					Map.of("v", 2, "fea", "o:a", "o", Map.of("id", "org_1", "rol", "admin", "per", list, "fpm", "1")))
				.authorities()).isEmpty();
		}
	}

	@Test
	void warnsOnceOfMalformedLists(CapturedOutput output) {
		for (int i = 0; i < 3; i++) {
			session(Map.of("fea", "malformed-secret", "pla", "malformed-secret"));
		}
		assertThat(output.getAll().split("malformed list", -1)).hasSize(2);
		assertThat(output).doesNotContain("malformed-secret");
	}

	@Test
	void ignoresOtherScopes() {
		ClerkSession session = v2(":a,x:b,o:c", "read", "0,0,1");
		assertThat(session.features()).isEqualTo(new Entitlements(Set.of(), Set.of("c")));
		assertThat(session.hasRole("admin")).isTrue();
		assertThat(permissions("o:c,:a,x:b", "read", "1,1,1")).containsExactly("org:c:read");
	}

	@Test
	void trimsWhiteSpaceOfJavaScriptOnly() {
		for (int character = 0; character < 0x10000; character++) {
			String around = String.valueOf((char) character);
			boolean space = "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
				.indexOf(character) >= 0 || "\u2028\u2029\u202f\u205f\u3000\ufeff".indexOf(character) >= 0;
			assertThat(JavaScript.trim(around + "a" + around)).isEqualTo((space) ? "a" : around + "a" + around);
		}
		assertThat(v2("\u0001o:a", "read", "1").features()).isEqualTo(Entitlements.NONE);
		assertThat(permissions("o:a", "\u0001read", "1")).containsExactly("org:a:\u0001read");
		assertThat(permissions("o:a", "read", "\u00011")).isEmpty();
		assertThat(permissions("\ufeffo:a\u00a0", "\u2003read", "\u30001\t")).containsExactly("org:a:read");
	}

	@Test
	void readsIntegralNumbersAsAges() {
		for (Object nine : List.of(9, 9L, 9.0, new BigDecimal("9.0"), new BigDecimal("0.9e1"), BigInteger.valueOf(9))) {
			assertThat(session(Map.of("fva", List.of(nine, -1))).factorAges()).isEqualTo(new FactorAges(9, -1));
		}
		assertThat(session(Map.of("fva", List.of(new BigDecimal("-1.0"), new BigDecimal("1e1")))).factorAges())
			.isEqualTo(new FactorAges(-1, 10));
		for (Object bad : List.of(9.5, new BigDecimal("0.1"), -2, -0.5, Double.NaN, Double.POSITIVE_INFINITY,
				new BigDecimal("1e400"), new BigDecimal("1e99999999"), new BigDecimal("1e-99999999"), "9", true)) {
			assertThat(session(Map.of("fva", List.of(bad, 5))).factorAges()).isNull();
		}
	}

	@Test
	void keepsUnknownStatus() {
		assertThat(session(Map.of("sts", "abandoned")).status()).isEqualTo(new ClerkSession.Status("abandoned"));
		for (Object other : List.of(1, true, "", List.of("pending"))) {
			assertThat(session(Map.of("sts", other)).status()).isEqualTo(ClerkSession.Status.ACTIVE);
		}
	}

	@Test
	void mapsAuthorities() {
		assertThat(v2("o:invoices,u:export", "create", "1,0").authorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrder("org:invoices:create", "ROLE_org:admin", "FEATURE_invoices", "FEATURE_export",
					"PLAN_free", "PLAN_pro");
	}

	@Test
	void readsFirstVersion() {
		ClerkSession session = session(Map.of("org_id", "org_1", "org_role", "admin", "org_slug", "acme",
				"org_permissions", List.of("org:a:read", 7, "ROLE_ADMIN"), "o", Map.of("id", "org_2")));
		assertThat(session.organization())
			.isEqualTo(new ClerkSession.Organization("org_1", "acme", "org:admin", Set.of("org:a:read")));
	}

	@Test
	void doesNotMixVersions() {
		assertThat(session(Map.of("v", 2, "org_id", "org_1", "org_role", "org:admin")).organization()).isNull();
		assertThat(session(Map.of("v", "2", "o", Map.of("id", "org_1"))).organization()).isNull();
		assertThat(session(Map.of("v", 3, "o", Map.of("id", "org_1"))).organization()).isNull();
	}

	@Test
	void hasNoRoleWithoutOrganization() {
		ClerkSession session = session(Map.of("v", 2, "o", Map.of("rol", "admin")));
		assertThat(session.organization()).isNull();
		assertThat(session.hasRole("admin")).isFalse();
		assertThat(session.authorities()).isEmpty();
	}

	@Test
	void answersWhatItHas() {
		ClerkSession session = v2("o:invoices,u:export", "create", "1,0");
		assertThat(session.hasRole("admin")).isTrue();
		assertThat(session.hasRole("org:org:admin")).isTrue();
		assertThat(session.hasRole("Admin")).isFalse();
		assertThat(session.hasPermission("invoices:create")).isTrue();
		assertThat(session.hasPermission("org:invoices:delete")).isFalse();
		assertThat(session.hasFeature("export")).isTrue();
		assertThat(session.hasFeature("user:export")).isTrue();
		assertThat(session.hasFeature("org:export")).isFalse();
		assertThat(session.hasFeature("x:export")).isFalse();
		assertThat(session.hasFeature("o:invoices:zzz")).isTrue();
		assertThat(session.hasPlan("organization:pro")).isTrue();
		assertThat(session.hasPlan("u:pro")).isFalse();
	}

	@Test
	void requiresAllThatIsAsked() {
		ClerkSession session = v2("o:invoices", "create", "1");
		assertThat(session.has(ClerkRequirement.create())).isFalse();
		assertThat(session.has(ClerkRequirement.create().role("admin").permission("invoices:create"))).isTrue();
		assertThat(session.has(ClerkRequirement.create().role("admin").plan("gold"))).isFalse();
		assertThat(session.has(ClerkRequirement.create().role("admin").reverification(Reverification.LAX))).isFalse();
	}

	@Test
	void judgesFreshnessOfFactors() {
		assertThat(Reverification.STRICT.isMetBy(new FactorAges(9, -1))).isTrue();
		assertThat(Reverification.STRICT.isMetBy(new FactorAges(10, -1))).isFalse();
		assertThat(Reverification.STRICT.isMetBy(new FactorAges(10, 9))).isTrue();
		assertThat(Reverification.STRICT.isMetBy(new FactorAges(9, 10))).isFalse();
		assertThat(Reverification.STRICT.isMetBy(new FactorAges(-1, 9))).isTrue();
		assertThat(Reverification.STRICT_MFA.isMetBy(new FactorAges(9, 9))).isTrue();
		assertThat(Reverification.STRICT_MFA.isMetBy(new FactorAges(10, 9))).isFalse();
		assertThat(Reverification.STRICT_MFA.isMetBy(new FactorAges(-1, 9))).isFalse();
		assertThat(Reverification.STRICT_MFA.isMetBy(new FactorAges(9, -1))).isTrue();
		assertThat(Reverification.LAX.isMetBy(new FactorAges(-1, -1))).isFalse();
		assertThat(Reverification.LAX.isMetBy(null)).isFalse();
		assertThat(session(Map.of("fva", List.of(5, -1))).factorAges()).isEqualTo(new FactorAges(5, -1));
		assertThat(session(Map.of("fva", List.of(5))).factorAges()).isNull();
	}

	@Test
	void tellsWhoActs() {
		ClerkSession session = session(Map.of("act", Map.of("sub", "user_2", "type", "agent")));
		assertThat(session.isImpersonated()).isTrue();
		assertThat(session.actor()).isEqualTo(new ClerkSession.Actor(ClerkSession.Actor.Kind.AGENT, "user_2",
				Map.of("sub", "user_2", "type", "agent")));
	}

	@Test
	void refusesTokenOfNoSession() {
		Jwt jwt = new Jwt("x", null, null, Map.of("alg", "RS256"), Map.of("sub", "user_1"));
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> this.converter.convert(jwt));
	}

	@Test
	void printsNoToken() {
		JwtAuthenticationToken authentication = (JwtAuthenticationToken) new ClerkJwtAuthenticationConverter(
				ClerkAuthoritiesMapper.withDefaults())
			.convert(jwt(Map.of("scope", "admin")));
		assertThat(authentication.getName()).isEqualTo("user_1");
		assertThat(authentication.getPrincipal()).isInstanceOf(ClerkSession.class);
		assertThat(authentication.toString()).doesNotContain("secret-token");
		assertThat(authentication.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.doesNotContain("SCOPE_admin");
	}

	@Test
	void keepsTheSessionInACopyOfTheAuthentication() {
		JwtAuthenticationToken authentication = (JwtAuthenticationToken) new ClerkJwtAuthenticationConverter(
				ClerkAuthoritiesMapper.withDefaults())
			.convert(jwt(Map.of()));
		Authentication copy = authentication.toBuilder()
			.authorities((authorities) -> authorities.add(new SimpleGrantedAuthority("more")))
			.build();
		assertThat(copy.getPrincipal()).isEqualTo(authentication.getPrincipal());
		assertThat(copy.getName()).isEqualTo("user_1");
		assertThat(copy.getAuthorities()).extracting(GrantedAuthority::getAuthority).contains("more", "FACTOR_BEARER");
	}

	@Test
	void grantsTheSameAsTheTypeThatSpringSecurityLooksFor() {
		ClerkJwtAuthenticationConverter converter = new ClerkJwtAuthenticationConverter(
				ClerkAuthoritiesMapper.withDefaults());
		Jwt jwt = jwt(Map.of("scope", "admin", "v", 2, "o", Map.of("id", "org_1", "rol", "admin")));
		assertThat(converter.asJwtAuthenticationConverter().convert(jwt).getAuthorities())
			.extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrderElementsOf(
					converter.convert(jwt).getAuthorities().stream().map(GrantedAuthority::getAuthority).toList())
			.contains("ROLE_org:admin");
	}

	@Test
	void letsMapperDecide() {
		ClerkSession session = new ClerkSessionConverter((one) -> List.of(new SimpleGrantedAuthority(one.userId())))
			.convert(jwt(Map.of()));
		assertThat(session.getAuthorities()).containsExactly(new SimpleGrantedAuthority("user_1"));
	}

}
