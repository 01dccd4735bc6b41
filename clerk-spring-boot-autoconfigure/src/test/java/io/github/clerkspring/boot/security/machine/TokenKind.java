package io.github.clerkspring.boot.security.machine;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.clerkspring.emulator.ApiKeyBuilder;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.MachineTokenBuilder;
import io.github.clerkspring.emulator.OAuthTokenBuilder;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * Tokens of all types and forms.
 */
enum TokenKind {

	SESSION(ClerkTokenType.SESSION),

	M2M(ClerkTokenType.M2M),

	M2M_OPAQUE(ClerkTokenType.M2M),

	OAUTH(ClerkTokenType.OAUTH),

	OAUTH_OPAQUE(ClerkTokenType.OAUTH),

	API_KEY(ClerkTokenType.API_KEY);

	static final String CALLER = "mch_caller";

	static final String OWN = "mch_own";

	static final String AUDIENCE = "https://api.example.com";

	private final ClerkTokenType type;

	TokenKind(ClerkTokenType type) {
		this.type = type;
	}

	ClerkTokenType type() {
		return this.type;
	}

	String valid(ClerkEmulator clerk, String userId) {
		return switch (this) {
			case SESSION -> clerk.sessionToken(userId).mint();
			case M2M, M2M_OPAQUE -> machine(clerk, (token) -> token);
			case OAUTH, OAUTH_OPAQUE -> oauth(clerk, userId, (token) -> token);
			case API_KEY -> apiKey(clerk, userId, (token) -> token);
		};
	}

	/**
	 * Tokens of this kind that are not valid.
	 */
	List<String> invalid(ClerkEmulator clerk, ClerkEmulator foreign, String userId) {
		return switch (this) {
			case SESSION -> List.of(clerk.sessionToken(userId).expired().mint(),
					clerk.sessionToken(userId).signedByStranger().mint(),
					clerk.sessionToken(userId).header("cat", "cl_B7d4PD222AAA").mint(),
					clerk.sessionToken(userId).header("typ", "at+jwt").mint(),
					clerk.sessionToken(userId).claim("sub", CALLER).mint());
			case M2M ->
				List.of(machine(clerk, MachineTokenBuilder::expired), machine(clerk, MachineTokenBuilder::notYetValid),
						machine(clerk, MachineTokenBuilder::signedByStranger), machine(foreign, (token) -> token),
						machine(clerk, (token) -> token.claim("iss", "https://x.test")),
						machine(clerk, (token) -> token.scopes("mch_other")), machine(clerk, (token) -> token.scopes()),
						machine(clerk, (token) -> token.header("cat", "cl_I7d4PD111III")),
						machine(clerk, (token) -> token.header("cat", "cl_B7d4PD111AAA")),
						machine(clerk, (token) -> token.header("typ", "at+jwt")),
						machine(clerk, (token) -> token.claim("sub", "mch_")),
						machine(clerk, (token) -> token.claim("jti", "oat_1")),
						machine(clerk, (token) -> token.claim("jti", List.of("mt_1"))),
						machine(clerk, (token) -> token.claim("scopes", List.of(OWN))),
						machine(clerk, (token) -> token.claim("aud", List.of(1))));
			case M2M_OPAQUE -> List.of(machine(clerk, MachineTokenBuilder::revoked),
					machine(clerk, MachineTokenBuilder::expired), machine(foreign, (token) -> token),
					machine(clerk, (token) -> token.scopes("mch_other")), "mt_", "mt_" + "a".repeat(32), "mt_x.y.z");
			case OAUTH -> List.of(oauth(clerk, userId, OAuthTokenBuilder::expired),
					oauth(clerk, userId, OAuthTokenBuilder::notYetValid),
					oauth(clerk, userId, OAuthTokenBuilder::signedByStranger), oauth(foreign, userId, (token) -> token),
					oauth(clerk, userId, (token) -> token.claim("iss", "https://x.test")),
					oauth(clerk, userId, (token) -> token.claim("aud", "https://other.example.com")),
					oauth(clerk, userId, (token) -> token.claim("aud", null)),
					oauth(clerk, userId, (token) -> token.claim("client_id", null)),
					oauth(clerk, userId, (token) -> token.claim("client_id", List.of("client"))),
					oauth(clerk, userId, (token) -> token.claim("sub", "org_1")),
					oauth(clerk, userId, (token) -> token.claim("jti", "mt_1")),
					oauth(clerk, userId, (token) -> token.claim("scp", "invoices:read")),
					oauth(clerk, userId, (token) -> token.claim("act", "user_2")),
					oauth(clerk, userId, (token) -> token.claim("org_id", List.of("org_1"))),
					oauth(clerk, userId, (token) -> token.claim("cnf", "x")),
					oauth(clerk, userId, (token) -> token.header("cat", "cl_B7d4PD111AAA")),
					oauth(clerk, userId, (token) -> token.header("typ", "JWT")));
			case OAUTH_OPAQUE -> List.of(oauth(clerk, userId, OAuthTokenBuilder::revoked),
					oauth(clerk, userId, OAuthTokenBuilder::expired), oauth(foreign, userId, (token) -> token),
					oauth(clerk, userId, (token) -> token.claim("aud", List.of("https://other.example.com"))),
					oauth(clerk, userId, (token) -> token.claim("aud", null)), "oat_", "oat_" + "a".repeat(32),
					"oat_x-y");
			case API_KEY -> List.of(apiKey(clerk, userId, ApiKeyBuilder::revoked),
					apiKey(clerk, userId, (token) -> token.expiresIn(Duration.ofSeconds(-60))),
					apiKey(foreign, userId, (token) -> token), "ak_", "ak_" + "a".repeat(32), "ak_a.b.c");
		};
	}

	String machine(ClerkEmulator clerk, UnaryOperator<MachineTokenBuilder> change) {
		MachineTokenBuilder token = clerk.machineToken(CALLER).scopes(OWN);
		return change.apply((this == M2M) ? token.jwt() : token.opaque()).mint();
	}

	String oauth(ClerkEmulator clerk, String userId, UnaryOperator<OAuthTokenBuilder> change) {
		OAuthTokenBuilder token = clerk.oauthToken(userId, "client_1").scopes("invoices:read", "email");
		return change
			.apply((this == OAUTH) ? token.jwt().claim("aud", AUDIENCE)
					: token.opaque().claim("aud", List.of(AUDIENCE)))
			.mint();
	}

	static String apiKey(ClerkEmulator clerk, String subject, UnaryOperator<ApiKeyBuilder> change) {
		return change.apply(clerk.apiKey(subject).scopes("invoices:read")).mint();
	}

}
