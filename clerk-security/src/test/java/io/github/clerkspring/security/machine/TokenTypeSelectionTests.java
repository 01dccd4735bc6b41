package io.github.clerkspring.security.machine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.FuzzSeeds;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.reactive.ReactiveClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With and without machine tokens, a token that is parsed once has the same outcome, on
 * its first use and on the next ones, as with Spring Security's managers.
 */
class TokenTypeSelectionTests {

	private static final ClerkJwtAuthenticationConverter CONVERTER = new ClerkJwtAuthenticationConverter(
			ClerkAuthoritiesMapper.withDefaults());

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final List<String> TOKENS = tokens();

	private static ClerkKeySource keys() {
		return ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(FuzzSeeds.KEY.getPublic().getEncoded()));
	}

	private static SessionTokenVerifier sessions(List<TokenVerification> verifications) {
		return SessionTokenVerifier.builder(keys(), SessionTokenRules.forIssuer(TestInstance.ISSUER))
			.clock(new TestClock())
			.listener(verifications::add)
			.build();
	}

	private static MachineTokenVerifier machines(List<TokenVerification> verifications) {
		return MachineTokens.verifier(FuzzSeeds.KEY, MachineTokens.RULES)
			.cache(1_000, Duration.ofMinutes(5))
			.listener(verifications::add)
			.build();
	}

	private static List<String> tokens() {
		Stream<String> corpus = FuzzSeeds.tokens()
			.map((arguments) -> new String((byte[]) arguments.get()[0], StandardCharsets.UTF_8));
		List<String> signed = new ArrayList<>();
		for (Claims header : List.of(Claims.header(), MachineTokens.m2mHeader(), MachineTokens.oauthHeader())) {
			for (Claims payload : List.of(Claims.payload(), MachineTokens.m2m(), MachineTokens.oauth(),
					Claims.payload().set("sub", "\"mch_1\""), MachineTokens.m2m().set("exp", "1"),
					MachineTokens.oauth().set("exp", "1"))) {
				signed.add(MachineTokens.sign(FuzzSeeds.KEY, header, payload));
			}
		}
		Stream<String> edges = signed.stream()
			.flatMap((token) -> Stream.of(token, token + ".", token + "A", token.substring(0, token.length() - 2),
					token.substring(0, token.lastIndexOf('.') + 1), token.substring(token.indexOf('.'))));
		Stream<String> others = Stream.of("a", ".", "..", "a.b.c", "\u00e9", "a".repeat(20_000), "mt_" + "a".repeat(32),
				"oat_" + "a".repeat(32), "ak_" + "a".repeat(32), "mt_" + signed.get(0));
		return Stream.of(corpus, edges, others)
			.flatMap(UnaryOperator.identity())
			.filter((token) -> !token.isBlank())
			.toList();
	}

	private static String describe(Authentication authentication) {
		return authentication.getClass().getSimpleName() + " " + authentication.getName() + " "
				+ new TreeSet<>(AuthorityUtils.authorityListToSet(authentication.getAuthorities())) + " "
				+ authentication.getPrincipal() + " " + authentication.getDetails();
	}

	private static String describe(AuthenticationException ex) {
		String errors = (ex.getCause() instanceof JwtValidationException cause) ? cause.getErrors().toString()
				: String.valueOf(ex.getCause());
		return ex.getClass().getSimpleName() + " " + ex.getMessage() + " " + errors;
	}

	private static BearerTokenAuthenticationToken request(String token) {
		BearerTokenAuthenticationToken request = new BearerTokenAuthenticationToken(token);
		request.setDetails("details");
		return request;
	}

	private static List<Object> onServlet(UnaryOperator<JwtDecoder> decoder, boolean machineTokens) {
		List<Object> outcomes = new ArrayList<>();
		List<TokenVerification> verifications = new ArrayList<>();
		ClerkAuthenticationManagerResolver resolver = new ClerkAuthenticationManagerResolver(
				decoder.apply(new ClerkJwtDecoder(sessions(verifications))), CONVERTER,
				(machineTokens) ? machines(verifications) : null);
		for (String token : TOKENS) {
			for (int use = 0; use < 3; use++) {
				try {
					outcomes.add(describe(resolver.resolve(new MockHttpServletRequest()).authenticate(request(token))));
				}
				catch (AuthenticationException ex) {
					outcomes.add(describe(ex));
				}
			}
		}
		outcomes.addAll(verifications);
		return outcomes;
	}

	private static List<Object> onReactive(UnaryOperator<ReactiveJwtDecoder> decoder, boolean machineTokens) {
		List<Object> outcomes = new ArrayList<>();
		List<TokenVerification> verifications = new ArrayList<>();
		ReactiveClerkAuthenticationManagerResolver resolver = new ReactiveClerkAuthenticationManagerResolver(
				decoder.apply(new ReactiveClerkJwtDecoder(sessions(verifications))), CONVERTER,
				(machineTokens) ? machines(verifications) : null);
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		for (String token : TOKENS) {
			for (int use = 0; use < 3; use++) {
				outcomes.add(resolver.resolve(exchange)
					.flatMap((manager) -> manager.authenticate(request(token)))
					.map(TokenTypeSelectionTests::describe)
					.onErrorResume(AuthenticationException.class, (ex) -> Mono.just(describe(ex)))
					.block(LIMIT));
			}
		}
		outcomes.addAll(verifications);
		return outcomes;
	}

	private static List<String> differences(List<Object> actual, List<Object> expected) {
		assertThat(actual).hasSameSizeAs(expected);
		return IntStream.range(0, actual.size())
			.filter((number) -> !actual.get(number).equals(expected.get(number)))
			.mapToObj((number) -> number + ": " + actual.get(number) + " instead of " + expected.get(number))
			.toList();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void hasOutcomeOfSpringsManagers(boolean machineTokens) {
		try (LogRecorder log = new LogRecorder("io.github.clerkspring")) {
			List<Object> servlet = onServlet(UnaryOperator.identity(), machineTokens);
			assertThat(differences(servlet, onServlet((decoder) -> decoder::decode, machineTokens))).isEmpty();
			assertThat(servlet.toString()).contains("user_1", (machineTokens) ? "mch_caller" : "is not accepted",
					"TokenVerification");
			List<Object> reactive = onReactive(UnaryOperator.identity(), machineTokens);
			assertThat(differences(reactive, onReactive((decoder) -> decoder::decode, machineTokens))).isEmpty();
			assertThat(reactive).hasSameSizeAs(servlet);
			assertThat(log.text()).isNotEmpty();
		}
	}

	@Test
	void cachesTokensOfEachType() {
		List<TokenVerification> verifications = new ArrayList<>();
		ClerkAuthenticationManagerResolver resolver = new ClerkAuthenticationManagerResolver(
				new ClerkJwtDecoder(sessions(verifications)), CONVERTER, machines(verifications));
		for (String token : List.of(MachineTokens.sign(FuzzSeeds.KEY, Claims.header(), Claims.payload()),
				MachineTokens.sign(FuzzSeeds.KEY, MachineTokens.m2mHeader(), MachineTokens.m2m()),
				MachineTokens.sign(FuzzSeeds.KEY, MachineTokens.oauthHeader(), MachineTokens.oauth()))) {
			for (int use = 0; use < 2; use++) {
				resolver.resolve(new MockHttpServletRequest()).authenticate(request(token));
			}
		}
		assertThat(verifications).extracting(TokenVerification::cacheHit)
			.containsExactly(false, true, false, true, false, true);
	}

}
