package io.github.clerkspring.security.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkRequirement.Reason;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.FactorAges;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.Reverification.Level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Managers of both kinds and the bean of method security give the answer of the session.
 */
class ClerkAuthorizationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Reverification FIRST = new Reverification(Level.FIRST_FACTOR, 10);

	private static final ClerkSession SESSION = session(
			new ClerkSession.Organization("org_1", "acme", "org:admin", Set.of("org:invoices:read")),
			ClerkSession.Status.ACTIVE, null, new FactorAges(9, -1));

	private static final ClerkSession NOBODY = session(null, ClerkSession.Status.PENDING,
			new ClerkSession.Actor(ClerkSession.Actor.Kind.AGENT, "user_2", Map.of()), null);

	private final ClerkMethodAuthorization methods = new ClerkMethodAuthorization();

	private static ClerkSession session(ClerkSession.@Nullable Organization organization, ClerkSession.Status status,
			ClerkSession.@Nullable Actor actor, @Nullable FactorAges ages) {
		return new ClerkSession("user_1", "sess_1", status, organization,
				new Entitlements(Set.of("export"), Set.of("dashboard")),
				new Entitlements(Set.of("free"), Set.of("pro")), actor, ages, List.of(), Instant.EPOCH, Map.of(),
				Set.of());
	}

	private static Authentication authentication(Object principal) {
		return new TestingAuthenticationToken(principal, "n/a", "ROLE_org:admin");
	}

	@Test
	void everyRuleGrantsAndDeniesInEachForm() {
		check(ClerkAuthorization.organization(), ReactiveClerkAuthorization.organization(), this.methods::organization);
		check(ClerkAuthorization.role("admin"), ReactiveClerkAuthorization.role("admin"),
				(caller) -> this.methods.role(caller, "admin"));
		check(ClerkAuthorization.permission("invoices:read"), ReactiveClerkAuthorization.permission("invoices:read"),
				(caller) -> this.methods.permission(caller, "invoices:read"));
		check(ClerkAuthorization.notPending(), ReactiveClerkAuthorization.notPending(), this.methods::notPending);
		check(ClerkAuthorization.notImpersonated(), ReactiveClerkAuthorization.notImpersonated(),
				this.methods::notImpersonated);
		check(ClerkAuthorization.reverified(Reverification.STRICT),
				ReactiveClerkAuthorization.reverified(Reverification.STRICT),
				(caller) -> this.methods.reverified(caller, Level.SECOND_FACTOR, 10));
		check(ClerkAuthorization.organization((object) -> "org_1"),
				ReactiveClerkAuthorization.organization((object) -> "org_1"),
				(caller) -> this.methods.organization(caller, "org_1"));
		ClerkRequirement both = ClerkRequirement.create().role("admin").plan("o:pro");
		check(ClerkAuthorization.has(both), ReactiveClerkAuthorization.has(both),
				(caller) -> this.methods.has(caller, both));
		check(ClerkAuthorization.all(ClerkAuthorization.role("admin"), ClerkAuthorization.plan("o:pro")),
				ReactiveClerkAuthorization.all(ReactiveClerkAuthorization.role("admin"),
						ReactiveClerkAuthorization.plan("o:pro")),
				(caller) -> this.methods.has(caller, both));
	}

	@ParameterizedTest
	@CsvSource({ "export,true", "u:export,true", "o:export,false", "organization:dashboard,true", "x:export,false",
			"user:dashboard,false", "dashboard,true", "none,false", "o:dashboard:zzz,true" })
	void featuresAndPlansHaveScopes(String name, boolean expected) {
		assertThat(granted(ClerkAuthorization.feature(name), SESSION)).isEqualTo(expected);
		assertThat(granted(ReactiveClerkAuthorization.feature(name), SESSION)).isEqualTo(expected);
		assertThat(this.methods.feature(authentication(SESSION), name).isGranted()).isEqualTo(expected);
		String plan = name.replace("export", "free").replace("dashboard", "pro");
		assertThat(granted(ClerkAuthorization.plan(plan), SESSION)).isEqualTo(expected);
		assertThat(granted(ReactiveClerkAuthorization.plan(plan), SESSION)).isEqualTo(expected);
		assertThat(this.methods.plan(authentication(SESSION), plan).isGranted()).isEqualTo(expected);
	}

	private void check(AuthorizationManager<Object> manager, ReactiveAuthorizationManager<Object> reactive,
			Function<Authentication, AuthorizationResult> method) {
		assertThat(granted(manager, SESSION)).isTrue();
		assertThat(granted(reactive, SESSION)).isTrue();
		assertThat(method.apply(authentication(SESSION)).isGranted()).isTrue();
		Authentication anonymous = new AnonymousAuthenticationToken("key", SESSION,
				AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
		anonymous.setAuthenticated(false);
		for (Object principal : new Object[] { NOBODY, "user_1", Map.of("sub", "user_1") }) {
			assertThat(granted(manager, principal)).isFalse();
			assertThat(granted(reactive, principal)).isFalse();
			assertThat(method.apply(authentication(principal)).isGranted()).isFalse();
		}
		assertThat(manager.authorize(() -> anonymous, this).isGranted()).isFalse();
		assertThat(manager.authorize(() -> null, this).isGranted()).isFalse();
		assertThat(method.apply(null).isGranted()).isFalse();
		StepVerifier.create(reactive.authorize(Mono.empty(), this).map(AuthorizationResult::isGranted))
			.expectNext(false)
			.expectComplete()
			.verify(LIMIT);
	}

	private static boolean granted(AuthorizationManager<Object> manager, Object principal) {
		return manager.authorize(() -> authentication(principal), "anything").isGranted();
	}

	private static boolean granted(ReactiveAuthorizationManager<Object> manager, Object principal) {
		return result(manager, principal).isGranted();
	}

	private static AuthorizationResult result(ReactiveAuthorizationManager<Object> manager, Object principal) {
		return manager.authorize(Mono.just(authentication(principal)), "anything")
			.onErrorResume(AuthorizationDeniedException.class, (denied) -> Mono.just(denied.getAuthorizationResult()))
			.block(LIMIT);
	}

	@Test
	void whatRequiresNothingIsRefused() {
		ClerkRequirement nothing = ClerkRequirement.create();
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkAuthorization.has(nothing));
		assertThatIllegalArgumentException().isThrownBy(() -> ReactiveClerkAuthorization.has(nothing));
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkAuthorization.has(null));
		assertThatIllegalArgumentException().isThrownBy(() -> ReactiveClerkAuthorization.has(null));
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkAuthorization.all());
		assertThatIllegalArgumentException().isThrownBy(() -> ReactiveClerkAuthorization.all());
		assertThat(this.methods.has(authentication(SESSION), nothing).isGranted()).isFalse();
		assertThat(SESSION.has(nothing)).isFalse();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t" })
	void blankIsRefusedInRulesAndDeniedInExpressions(@Nullable String blank) {
		List<Function<String, ?>> rules = List.of(ClerkAuthorization::role, ClerkAuthorization::permission,
				ClerkAuthorization::feature, ClerkAuthorization::plan, ReactiveClerkAuthorization::role,
				ReactiveClerkAuthorization::permission, ReactiveClerkAuthorization::feature,
				ReactiveClerkAuthorization::plan, ClerkRequirement.create()::organization);
		rules.forEach((rule) -> assertThatIllegalArgumentException().isThrownBy(() -> rule.apply(blank)));
		Authentication caller = authentication(SESSION);
		assertThat(List.of(this.methods.role(caller, blank), this.methods.permission(caller, blank),
				this.methods.feature(caller, blank), this.methods.plan(caller, blank),
				this.methods.organization(caller, blank)))
			.noneMatch(AuthorizationResult::isGranted);
		assertThat(granted(ClerkAuthorization.organization((object) -> blank), SESSION)).isFalse();
		assertThat(granted(ReactiveClerkAuthorization.organization((object) -> blank), SESSION)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, Long.MIN_VALUE })
	void minutesThatAreNotPositiveAreDeniedInExpressions(long minutes) {
		assertThat(this.methods.reverified(authentication(SESSION), Level.FIRST_FACTOR, minutes).isGranted()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme", "org_2", "ORG_1", "org_1 ", "org:org_1", "org_" })
	void organizationIsComparedById(String other) {
		assertThat(granted(ClerkAuthorization.organization((object) -> other), SESSION)).isFalse();
		assertThat(granted(ReactiveClerkAuthorization.organization((object) -> other), SESSION)).isFalse();
		assertThat(this.methods.organization(authentication(SESSION), other).isGranted()).isFalse();
	}

	@Test
	void reverificationIsAskedForOnlyIfNothingElseIsMissing() {
		Reverification fresher = new Reverification(Level.FIRST_FACTOR, 9);
		assertThat(refusal(ClerkAuthorization.all(ClerkAuthorization.reverified(fresher),
				ClerkAuthorization.role("admin"), ClerkAuthorization.reverified(FIRST))))
			.isEqualTo(new ClerkRequirement.Refusal(Reason.REVERIFICATION, fresher));
		assertThat(refusal(
				ClerkAuthorization.all(ClerkAuthorization.reverified(fresher), ClerkAuthorization.role("owner"))))
			.extracting(ClerkRequirement.Refusal::reason)
			.isEqualTo(Reason.INSUFFICIENT);
		ClerkRequirement requirement = ClerkRequirement.create().reverification(fresher).role("owner");
		assertThat(refusal(ClerkAuthorization.has(requirement)).reason()).isEqualTo(Reason.INSUFFICIENT);
		AuthorizationResult result = ClerkAuthorization
			.all(ClerkAuthorization.reverified(FIRST), ClerkAuthorization.notPending())
			.authorize(() -> authentication(NOBODY), "anything");
		assertThat(((ClerkAuthorizationResult) result).refusal().reason()).isEqualTo(Reason.PENDING);
	}

	private static ClerkRequirement.@Nullable Refusal refusal(AuthorizationManager<Object> manager) {
		AuthorizationResult result = manager.authorize(() -> authentication(SESSION), "anything");
		return ((ClerkAuthorizationResult) result).refusal();
	}

	@Test
	void reactiveRulesSignalDenialsThatHaveResponsesOfTheirOwn() {
		ReactiveAuthorizationManager<Object> stale = ReactiveClerkAuthorization
			.reverified(new Reverification(Level.FIRST_FACTOR, 9));
		for (ReactiveAuthorizationManager<Object> manager : List.of(stale,
				ReactiveClerkAuthorization.<Object>all(ReactiveClerkAuthorization.role("admin"), stale))) {
			StepVerifier.create(manager.authorize(Mono.just(authentication(SESSION)), "anything"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(AuthorizationDeniedException.class,
						(denied) -> assertThat(
								((ClerkAuthorizationResult) denied.getAuthorizationResult()).refusal().reason())
							.isEqualTo(Reason.REVERIFICATION)))
				.verify(LIMIT);
		}
		StepVerifier
			.create(ReactiveClerkAuthorization.<Object>role("owner")
				.authorize(Mono.just(authentication(SESSION)), "anything"))
			.expectNextMatches((result) -> !result.isGranted())
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void rulesOfSpringSecurityCanBeAmongAll() {
		assertThat(granted(ClerkAuthorization.all(ClerkAuthorization.role("admin"),
				AuthorityAuthorizationManager.hasAuthority("ROLE_org:admin")), SESSION))
			.isTrue();
		assertThat(granted(ClerkAuthorization.all(ClerkAuthorization.role("admin"),
				AuthorityAuthorizationManager.hasAuthority("ROLE_other")), SESSION))
			.isFalse();
		assertThat(granted(ClerkAuthorization.all(ClerkAuthorization.role("admin"), (caller, object) -> null), SESSION))
			.isFalse();
		assertThat(granted(ReactiveClerkAuthorization.<Object>all(ReactiveClerkAuthorization.role("admin"),
				(caller, object) -> Mono.just(new AuthorizationDecision(false))), SESSION))
			.isFalse();
		assertThat(granted(ReactiveClerkAuthorization.<Object>all(ReactiveClerkAuthorization.role("admin"),
				(caller, object) -> Mono.empty()), SESSION))
			.isFalse();
	}

}
