package io.github.clerkspring.security.machine.opaque;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.HostileJson;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Accepted;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Refused;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Responses to the request to verify a token.
 */
class VerifyResponseReaderTests {

	private static final long NOW = TestClock.NOW * 1000;

	private static final VerifyResponseReader READER = new VerifyResponseReader(null, Set.of(), new TestClock());

	private static Members valid(OpaqueTokenFormat format) {
		return VerifyServer.valid(VerifyServer.tokenOf(format));
	}

	private static ClerkMachine accept(OpaqueTokenFormat format, Members members) {
		return accept(READER, format, members);
	}

	private static ClerkMachine accept(VerifyResponseReader reader, OpaqueTokenFormat format, Members members) {
		VerificationOutcome outcome = reader.read(format, members.bytes());
		assertThat(outcome).as(members.toString()).isInstanceOf(Accepted.class);
		return ((Accepted) outcome).machine();
	}

	private static void refuse(OpaqueTokenFormat format, Members members, TokenRejection rejection) {
		refuse(READER, format, members, rejection);
	}

	private static void refuse(VerifyResponseReader reader, OpaqueTokenFormat format, Members members,
			TokenRejection rejection) {
		assertThat(reader.read(format, members.bytes())).as(members.toString())
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.rejection()).as(refused.detail()).isEqualTo(rejection));
	}

	@Test
	void readsM2mToken() {
		ClerkMachine machine = accept(OpaqueTokenFormat.M2M,
				valid(OpaqueTokenFormat.M2M).raw("claims", "{\"a\":{\"b\":[1,null]}}"));
		assertThat(machine.tokenType()).isEqualTo(ClerkTokenType.M2M);
		assertThat(machine.id()).isEqualTo("mt_0123456789abcdef0123456789abcdef");
		assertThat(machine.getName()).isEqualTo("mch_2xhFjEI5X2qWRvtV13BzSj8H6Dk");
		assertThat(machine.userId()).isNull();
		assertThat(machine.organizationId()).isNull();
		assertThat(machine.scopes()).containsExactly("mch_own", "mch_other");
		assertThat(machine.expiresAt()).isEqualTo(Instant.ofEpochMilli(NOW + 60_000));
		assertThat(machine.claims()).containsOnlyKeys("a");
	}

	@Test
	void sharesNoMutableState() {
		ClerkMachine machine = accept(OpaqueTokenFormat.M2M,
				valid(OpaqueTokenFormat.M2M).raw("claims", "{\"a\":{\"b\":[1]}}"));
		Map<?, ?> nested = (Map<?, ?>) machine.claims().get("a");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> machine.claims().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(nested::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<?>) nested.get("b")).clear());
	}

	@Test
	void readsApiKeysOfUsersOrganizationsAndMachines() {
		ClerkMachine user = accept(OpaqueTokenFormat.API_KEY, valid(OpaqueTokenFormat.API_KEY));
		assertThat(user.userId()).isEqualTo(user.subject());
		assertThat(user.name()).isEqualTo("MY_KEY");
		assertThat(user.clientId()).isNull();
		ClerkMachine organization = accept(OpaqueTokenFormat.API_KEY,
				valid(OpaqueTokenFormat.API_KEY).set("subject", "org_2x"));
		assertThat(organization.organizationId()).isEqualTo("org_2x");
		assertThat(organization.userId()).isNull();
		ClerkMachine machine = accept(OpaqueTokenFormat.API_KEY,
				valid(OpaqueTokenFormat.API_KEY).set("subject", "mch_2x").set("expiration", null));
		assertThat(machine.userId()).isNull();
		assertThat(machine.organizationId()).isNull();
		assertThat(machine.expiresAt()).isNull();
	}

	@Test
	void readsOauthToken() {
		ClerkMachine machine = accept(OpaqueTokenFormat.OAUTH,
				valid(OpaqueTokenFormat.OAUTH).set("aud", List.of("https://api"))
					.set("org_id", "org_2x")
					.raw("act", "{\"sub\":\"agent\",\"act\":{\"sub\":\"other\"}}"));
		assertThat(machine.userId()).isEqualTo(machine.subject());
		assertThat(machine.clientId()).isEqualTo("client_2xh");
		assertThat(machine.organizationId()).isEqualTo("org_2x");
		assertThat(machine.audience()).containsExactly("https://api");
		assertThat(machine.actor()).containsEntry("sub", "agent").containsEntry("act", Map.of("sub", "other"));
		assertThat(accept(OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).set("aud", "one")).audience())
			.containsExactly("one");
	}

	static Stream<Arguments> invalid() {
		return Stream.of(OpaqueTokenFormat.values())
			.flatMap((format) -> Stream.concat(
					Stream.of("object", "id", "subject", "revoked", "expired", "expiration")
						.map((name) -> Arguments.of(format, name, "absent")),
					Stream.of(of("object", "api_keys", 1, null, "", "machine_token", List.of("api_key")),
							of("id", "ak_", "xx_0123", 1, null, "", "ak_0123 4", "user_2x", "ak_" + "0".repeat(101)),
							of("subject", "user", "user_", "user_a b", "usr_2x", "sess_2x", 1, null, "USER_2x",
									"user_../x", "agt_2x"),
							of("revoked", "false", 0, null, "", List.of()),
							of("expired", "false", 0, null, "", List.of()),
							of("expiration", "1900000000000", true, List.of(), -1, "never", "1e400", "1e-5000"),
							of("scopes", "read", 1, List.of(1), "{\"a\":1}", true),
							of("claims", "text", 1, List.of(), true), of("revocation_reason", 1, true, List.of()),
							of("created_at", "yesterday", true, -1), of("updated_at", "x", "1e99"),
							of("last_used_at", "x", List.of()), of("org_id", "user_2x", 1, "{\"a\":1}"),
							of("aud", 1, true, List.of(1), "{\"a\":1}"), of("active", "false", 1, null, "true"))
						.flatMap((values) -> values.stream()
							.skip(1)
							.map((value) -> Arguments.of(format, values.get(0), value)))));
	}

	private static List<Object> of(@Nullable Object... values) {
		return Stream.of(values).map((value) -> (value != null) ? value : "null").toList();
	}

	@ParameterizedTest
	@MethodSource("invalid")
	void refusesMemberOfAnotherTypeOrValue(OpaqueTokenFormat format, String name, Object value) {
		Members members = valid(format);
		if (value.equals("absent")) {
			members.remove(name);
		}
		else if (value instanceof String text && text.matches("null|\\{.*|-?\\d+e.*")) {
			members.raw(name, text);
		}
		else {
			members.set(name, value);
		}
		refuse(format, members, TokenRejection.TOKEN_VERIFICATION_FAILED);
	}

	@Test
	void requiresClientIdOfOauthTokens() {
		refuse(OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).remove("client_id"),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		refuse(OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).set("client_id", ""),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		refuse(OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).set("act", "agent"),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		refuse(OpaqueTokenFormat.API_KEY, valid(OpaqueTokenFormat.API_KEY).set("name", 1),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
	}

	@ParameterizedTest
	@EnumSource(OpaqueTokenFormat.class)
	void refusesRevokedExpiredAndInactiveTokens(OpaqueTokenFormat format) {
		refuse(format, valid(format).set("revoked", true), TokenRejection.TOKEN_INVALID);
		refuse(format, valid(format).set("expired", true), TokenRejection.TOKEN_EXPIRED);
		refuse(format, valid(format).set("active", false), TokenRejection.TOKEN_INVALID);
		refuse(format, new Members().set("active", false), TokenRejection.TOKEN_INVALID);
		refuse(format, new Members(), TokenRejection.TOKEN_VERIFICATION_FAILED);
		refuse(format, new Members().set("active", true), TokenRejection.TOKEN_VERIFICATION_FAILED);
		accept(format, valid(format).set("active", true));
	}

	@ParameterizedTest
	@EnumSource(OpaqueTokenFormat.class)
	void comparesExpirationInMillisecondsOrSeconds(OpaqueTokenFormat format) {
		for (Object past : List.of(NOW, NOW - 1, NOW / 1000, NOW / 1000 - 1, 0, 1, (NOW - 1) + ".5")) {
			refuse(format, valid(format).raw("expiration", past.toString()), TokenRejection.TOKEN_EXPIRED);
		}
		assertThat(accept(format, valid(format).set("expiration", NOW + 1)).expiresAt())
			.isEqualTo(Instant.ofEpochMilli(NOW + 1));
		assertThat(accept(format, valid(format).set("expiration", NOW / 1000 + 1)).expiresAt())
			.isEqualTo(Instant.ofEpochMilli(NOW + 1000));
		assertThat(accept(format, valid(format).raw("expiration", "1.9e12")).expiresAt())
			.isEqualTo(Instant.ofEpochMilli(1_900_000_000_000L));
		assertThat(accept(format, valid(format).set("expiration", null)).expiresAt()).isNull();
	}

	@ParameterizedTest
	@EnumSource(OpaqueTokenFormat.class)
	void refusesResponseForAnotherType(OpaqueTokenFormat format) {
		for (OpaqueTokenFormat other : OpaqueTokenFormat.values()) {
			if (other != format) {
				refuse(format, valid(other), TokenRejection.TOKEN_VERIFICATION_FAILED);
			}
		}
	}

	@Test
	void requiresOwnMachineAmongScopesOfM2mTokens() {
		VerifyResponseReader reader = new VerifyResponseReader("mch_own", Set.of("https://api"), new TestClock());
		accept(reader, OpaqueTokenFormat.M2M, valid(OpaqueTokenFormat.M2M));
		for (List<String> scopes : List.of(List.<String>of(), List.of("mch_other"), List.of("mch_ow", "mch_own2"),
				List.of("mch_own mch_other"), List.of("MCH_OWN"))) {
			refuse(reader, OpaqueTokenFormat.M2M, valid(OpaqueTokenFormat.M2M).set("scopes", scopes),
					TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
		refuse(reader, OpaqueTokenFormat.M2M, valid(OpaqueTokenFormat.M2M).remove("scopes"),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		accept(reader, OpaqueTokenFormat.API_KEY, valid(OpaqueTokenFormat.API_KEY));
	}

	@Test
	void requiresAudienceOfOauthTokensOnceOneIsSet() {
		VerifyResponseReader reader = new VerifyResponseReader(null, Set.of("https://api", "other"), new TestClock());
		accept(reader, OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).set("aud", List.of("x", "other")));
		accept(reader, OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).set("aud", "https://api"));
		for (String aud : List.of("null", "[]", "\"https://api/\"", "[\"https://ap\"]", "\"\"")) {
			refuse(reader, OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH).raw("aud", aud),
					TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
		refuse(reader, OpaqueTokenFormat.OAUTH, valid(OpaqueTokenFormat.OAUTH),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		accept(reader, OpaqueTokenFormat.M2M, valid(OpaqueTokenFormat.M2M));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "true", "1", "\"text\"", "[]", "<html>", "{", "{}{}", "{} x", "\uFEFF{}",
			"{\"revoked\":true,\"revoked\":false}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":\"\n\"}",
			"{\"a\":1,}" })
	void cannotReadWhatIsNotOneObject(String body) {
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, body.getBytes(StandardCharsets.UTF_8)))
			.isInstanceOfSatisfying(Unavailable.class,
					(failure) -> assertThat(failure.rejection()).isEqualTo(TokenRejection.UNEXPECTED_ERROR));
	}

	@Test
	void boundsDepthSizeAndEncoding() {
		Members deep = valid(OpaqueTokenFormat.API_KEY).raw("claims",
				"{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}");
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, deep.bytes())).isInstanceOf(Unavailable.class);
		Members large = valid(OpaqueTokenFormat.API_KEY).raw("claims", "{\"a\":\"" + "x".repeat(70_000) + "\"}");
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, large.bytes())).isInstanceOf(Unavailable.class);
		byte[] broken = valid(OpaqueTokenFormat.API_KEY).set("name", "?").bytes();
		for (int i = 0; i < broken.length; i++) {
			broken[i] = (broken[i] == '?') ? (byte) 0xFF : broken[i];
		}
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, broken)).isInstanceOf(Unavailable.class);
	}

	@Test
	void cachesOnlySmallResponses() {
		Members small = valid(OpaqueTokenFormat.API_KEY);
		Members large = valid(OpaqueTokenFormat.API_KEY).raw("claims", "{\"a\":\"" + "x".repeat(8_192) + "\"}");
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, small.bytes())).isInstanceOfSatisfying(Accepted.class,
				(accepted) -> assertThat(accepted.cacheable()).isTrue());
		assertThat(READER.read(OpaqueTokenFormat.API_KEY, large.bytes())).isInstanceOfSatisfying(Accepted.class,
				(accepted) -> assertThat(accepted.cacheable()).isFalse());
	}

	@Test
	void readsOrRefusesHostileBodies() {
		for (String body : HostileJson.ofAllKinds(400, 11)) {
			for (OpaqueTokenFormat format : OpaqueTokenFormat.values()) {
				assertThat(READER.read(format, body.getBytes(StandardCharsets.UTF_8))).isNotInstanceOf(Accepted.class);
			}
		}
	}

	/**
	 * Random values in place of members: what is accepted has kept every member that
	 * decides.
	 */
	@Test
	void acceptsOnlyIfAllRulesHold() {
		Random random = new Random(18);
		List<String> values = List.of("null", "true", "false", "0", "-1", "1e400", "1900000000000", "\"\"",
				"\"api_key\"", "\"user_2x\"", "\"ak_1\"", "[]", "{}", "[\"read\"]", "[null]", "{\"a\":[]}",
				"9".repeat(900));
		int accepted = 0;
		for (int i = 0; i < 20_000; i++) {
			OpaqueTokenFormat format = OpaqueTokenFormat.values()[random.nextInt(3)];
			Members members = valid(format);
			List<String> names = members.names();
			String name = names.get(random.nextInt(names.size()));
			String value = values.get(random.nextInt(values.size()));
			if (READER.read(format, members.raw(name, value).bytes()) instanceof Accepted outcome) {
				accepted++;
				assertThat(outcome.machine().tokenType()).isEqualTo(format.tokenType());
				assertThat(members.toString()).contains("\"object\":\"" + format.object() + "\"")
					.contains("\"revoked\":false")
					.contains("\"expired\":false");
				assertThat(format.isSubject(outcome.machine().subject())).isTrue();
				assertThat(format.isId(outcome.machine().id())).isTrue();
			}
		}
		assertThat(accepted).isBetween(1_000, 19_000);
	}

}
