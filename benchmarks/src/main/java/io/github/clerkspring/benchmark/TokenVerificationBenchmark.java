package io.github.clerkspring.benchmark;

import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * What it takes to verify the session token that a browser sends again and again. Spring
 * Security's decoder, which checks signature and times only, is the measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TokenVerificationBenchmark {

	private String token;

	private JwtDecoder spring;

	private JwtDecoder forgetful;

	private JwtDecoder remembering;

	/**
	 * Mints a token and makes the decoders.
	 * @throws Exception if the keys cannot be read
	 */
	@Setup
	public void mint() throws Exception {
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			String user = clerk.users().create("ada@example.com");
			String organization = clerk.organizations().create("Acme");
			clerk.organizations().addMember(organization, user, "org:admin");
			this.token = clerk.sessionToken(user).organization(organization).expiresIn(Duration.ofDays(1)).mint();
			RSAPublicKey key = key(clerk);
			SessionTokenRules rules = SessionTokenRules.forIssuer(clerk.issuer());
			ClerkKeySource keys = ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(key.getEncoded()));
			this.spring = NimbusJwtDecoder.withPublicKey(key).build();
			this.remembering = new ClerkJwtDecoder(SessionTokenVerifier.builder(keys, rules).build());
			this.forgetful = new ClerkJwtDecoder(
					SessionTokenVerifier.builder(keys, rules).cache(0, Duration.ZERO).build());
		}
	}

	/**
	 * Spring Security's {@link NimbusJwtDecoder}.
	 * @return the token
	 */
	@Benchmark
	public Jwt spring() {
		return this.spring.decode(this.token);
	}

	/**
	 * Ours, with {@code clerk.session.cache.size} 0.
	 * @return the token
	 */
	@Benchmark
	public Jwt withoutCache() {
		return this.forgetful.decode(this.token);
	}

	/**
	 * Ours, as it is by default.
	 * @return the token
	 */
	@Benchmark
	public Jwt withCache() {
		return this.remembering.decode(this.token);
	}

	private static RSAPublicKey key(ClerkEmulator clerk) throws IOException, JOSEException, ParseException {
		return JWKSet.load(URI.create(clerk.jwksUrl()).toURL()).getKeys().get(0).toRSAKey().toRSAPublicKey();
	}

}
