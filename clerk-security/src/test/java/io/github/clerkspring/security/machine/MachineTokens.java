package io.github.clerkspring.security.machine;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * Signed machine tokens, and a verifier of them.
 */
final class MachineTokens {

	static final MachineTokenRules RULES = MachineTokenRules.forIssuer(TestInstance.ISSUER);

	private MachineTokens() {
	}

	static MachineTokenVerifierBuilder verifier(KeyPair key, MachineTokenRules rules) {
		return MachineTokenVerifier
			.builder(ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(key.getPublic().getEncoded())),
					rules)
			.clock(new TestClock())
			.cache(0, Duration.ZERO);
	}

	static Claims m2mHeader() {
		return Claims.header().set("cat", "\"cl_B7d4PD333AAA\"");
	}

	static Claims m2m() {
		return times().set("sub", "\"mch_caller\"")
			.set("jti", "\"mt_1\"")
			.set("aud", "[\"mch_own\"]")
			.set("scopes", "\"mch_own mch_other\"");
	}

	static Claims oauthHeader() {
		return Claims.header().without("cat").set("typ", "\"at+jwt\"");
	}

	static Claims oauth() {
		return times().set("sub", "\"user_1\"")
			.set("jti", "\"oat_1\"")
			.set("client_id", "\"client_1\"")
			.set("scp", "[\"email\",\"invoices:read\"]");
	}

	private static Claims times() {
		Claims claims = Claims.payload();
		Set.of("azp", "sid").forEach(claims::without);
		return claims;
	}

	static String sign(KeyPair key, Claims header, Claims payload) {
		return TokenForge.sign(key, header.toString(), payload.toString());
	}

}
