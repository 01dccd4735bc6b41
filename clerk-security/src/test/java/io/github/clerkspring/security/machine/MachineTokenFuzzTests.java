package io.github.clerkspring.security.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.FuzzSeeds;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text has exactly one type, and any payload of a signed token is accepted or
 * rejected as a token of its type.
 */
class MachineTokenFuzzTests {

	private static final MachineTokenVerifier VERIFIER = MachineTokens.verifier(FuzzSeeds.KEY, MachineTokens.RULES)
		.build();

	static Stream<Arguments> tokens() {
		return Stream.concat(FuzzSeeds.tokens(),
				Stream
					.of("mt_" + "a".repeat(32), "oat_" + "a".repeat(32), "ak_" + "a".repeat(32),
							MachineTokens.sign(FuzzSeeds.KEY, MachineTokens.m2mHeader(), MachineTokens.m2m()),
							MachineTokens.sign(FuzzSeeds.KEY, MachineTokens.oauthHeader(), MachineTokens.oauth()))
					.map((token) -> Arguments.of((Object) token.getBytes(StandardCharsets.UTF_8))));
	}

	static Stream<Arguments> machinePayloads() {
		return Stream.of(MachineTokens.m2m(), MachineTokens.oauth())
			.map((claims) -> Arguments.of((Object) claims.toString().getBytes(StandardCharsets.UTF_8)));
	}

	@MethodSource("tokens")
	@FuzzTest
	void tokenType(byte[] data) {
		String token = new String(data, StandardCharsets.UTF_8);
		ClerkTokenType type = TokenTypeReader.read(token);
		assertThat(TokenTypeReader.isOpaque(token)).isEqualTo(token.matches("(?s)(mt|oat|ak)_.*"));
		if (type != ClerkTokenType.SESSION && !TokenTypeReader.isOpaque(token)) {
			assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
			assertThat(type).isNotEqualTo(ClerkTokenType.API_KEY);
		}
		verify(token);
	}

	@MethodSource("machinePayloads")
	@FuzzTest
	void machineClaims(byte[] data) {
		for (Claims header : List.of(MachineTokens.m2mHeader(), MachineTokens.oauthHeader())) {
			verify(TokenForge.sign(FuzzSeeds.KEY,
					TokenForge.encode(header.toString()) + "." + TokenForge.encode(data)));
		}
	}

	private static void verify(String token) {
		try {
			ClerkMachine machine = VERIFIER.verifyAndWait(token);
			assertThat(machine.tokenType()).isEqualTo(TokenTypeReader.read(token));
			assertThat(machine.subject()).startsWith((machine.tokenType() == ClerkTokenType.M2M) ? "mch_" : "user_");
			assertThat(machine.toString()).isNotEmpty();
		}
		catch (InvalidBearerTokenException ex) {
			assertThat(TokenTypeReader.isOpaque(token) || ex.getCause() instanceof JwtValidationException).isTrue();
		}
	}

}
