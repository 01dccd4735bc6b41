package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.SerializationUtils;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session is remembered in its cached token; the result of an application's mapper is
 * not.
 */
class SessionJwtTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private final ClerkSessionConverter defaults = new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults());

	private static ClerkJwtDecoder decoder(long cacheSize) {
		return new ClerkJwtDecoder(
				SessionTokenVerifier
					.builder(
							ClerkKeySource
								.ofPublicKey(Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded())),
							SessionTokenRules.forIssuer(TestInstance.ISSUER))
					.clock(new TestClock())
					.cache(cacheSize, Duration.ofMinutes(5))
					.build());
	}

	private static String token(int features) {
		String names = IntStream.range(0, features)
			.mapToObj((number) -> "o:f" + number)
			.collect(Collectors.joining(","));
		return TokenForge.sign(KEY, Claims.header().toString(),
				Claims.payload()
					.set("v", "2")
					.set("fea", "\"" + names + "\"")
					.set("o", "{\"id\":\"org_1\",\"rol\":\"admin\",\"per\":\"read\",\"fpm\":\"1\"}")
					.toString());
	}

	@Test
	void sessionOfCachedTokenIsReadOnce() {
		ClerkJwtDecoder decoder = decoder(10);
		ClerkSession first = this.defaults.convert(decoder.decode(token(1)));
		assertThat(this.defaults.convert(decoder.decode(token(1)))).isSameAs(first);
		assertThat(new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults()).convert(decoder.decode(token(1))))
			.isSameAs(first);
		assertThat(AuthorityUtils.authorityListToSet(first.getAuthorities())).containsExactlyInAnyOrder("org:f0:read",
				"ROLE_org:admin", "FEATURE_f0");
	}

	@Test
	void sessionIsForgottenWithItsToken() {
		ClerkJwtDecoder decoder = decoder(0);
		ClerkSession first = this.defaults.convert(decoder.decode(token(1)));
		assertThat(this.defaults.convert(decoder.decode(token(1)))).isNotSameAs(first).isEqualTo(first);
	}

	@Test
	void mapperOfApplicationIsCalledOnEachRequest() {
		AtomicInteger calls = new AtomicInteger();
		ClerkSessionConverter application = new ClerkSessionConverter((session) -> {
			assertThat(session.authorities()).isEmpty();
			return List.of(new SimpleGrantedAuthority("CALL_" + calls.incrementAndGet()));
		});
		Jwt jwt = decoder(10).decode(token(1));
		assertThat(application.convert(jwt).getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("CALL_1");
		assertThat(application.convert(jwt).getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("CALL_2");
		assertThat(this.defaults.convert(jwt).getAuthorities()).hasSize(3);
		assertThat(application.convert(jwt).getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("CALL_3");
	}

	@Test
	void mapperThatExtendsTheDefaultsIsCalledOnEachRequest() {
		AtomicInteger calls = new AtomicInteger();
		ClerkAuthoritiesMapper defaults = ClerkAuthoritiesMapper.withDefaults();
		ClerkSessionConverter application = new ClerkSessionConverter((session) -> {
			calls.incrementAndGet();
			return defaults.map(session);
		});
		Jwt jwt = decoder(10).decode(token(1));
		assertThat(application.convert(jwt)).isEqualTo(application.convert(jwt)).isEqualTo(this.defaults.convert(jwt));
		assertThat(calls).hasValue(2);
	}

	@Test
	void largeSessionIsReadOnEachRequest() {
		ClerkJwtDecoder decoder = decoder(10);
		assertThat(this.defaults.convert(decoder.decode(token(40))))
			.isSameAs(this.defaults.convert(decoder.decode(token(40))));
		assertThat(this.defaults.convert(decoder.decode(token(60))))
			.isNotSameAs(this.defaults.convert(decoder.decode(token(60))))
			.isEqualTo(this.defaults.convert(decoder.decode(token(60))));
	}

	@Test
	void otherTokensAreReadOnEachRequest() {
		Jwt verified = decoder(10).decode(token(1));
		Jwt jwt = new Jwt(verified.getTokenValue(), verified.getIssuedAt(), verified.getExpiresAt(),
				verified.getHeaders(), verified.getClaims());
		assertThat(this.defaults.convert(jwt)).isNotSameAs(this.defaults.convert(jwt))
			.isEqualTo(this.defaults.convert(verified));
	}

	@Test
	void eachRequestHasItsOwnAuthentication() {
		ClerkJwtAuthenticationConverter converter = new ClerkJwtAuthenticationConverter(
				ClerkAuthoritiesMapper.withDefaults());
		Jwt jwt = decoder(10).decode(token(1));
		AbstractAuthenticationToken first = converter.convert(jwt);
		first.setDetails("details");
		AbstractAuthenticationToken second = converter.convert(jwt);
		assertThat(second).isNotSameAs(first);
		assertThat(second.getDetails()).isNull();
		assertThat(second.getPrincipal()).isSameAs(first.getPrincipal());
		assertThat(second.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrder("org:f0:read", "ROLE_org:admin", "FEATURE_f0", "FACTOR_BEARER");
	}

	@Test
	void tokenWithRememberedSessionCanBeSerialized() {
		Jwt jwt = decoder(10).decode(token(1));
		ClerkSession session = this.defaults.convert(jwt);
		Jwt copy = SerializationUtils.clone(jwt);
		assertThat(copy).isEqualTo(jwt);
		assertThat(this.defaults.convert(copy)).isEqualTo(session).isNotSameAs(session);
		assertThat(Set.copyOf(copy.getClaims().keySet())).isEqualTo(jwt.getClaims().keySet());
	}

}
