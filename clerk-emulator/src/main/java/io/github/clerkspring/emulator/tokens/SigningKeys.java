package io.github.clerkspring.emulator.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * The keys that sign tokens. The first ones are ready-made, since making an RSA key takes
 * longer than starting the emulator; they are public and protect nothing.
 */
public final class SigningKeys {

	private static final int SIZE = 2048;

	private final List<RSAKey> published = new ArrayList<>();

	private int next;

	public static SigningKeys of(Transaction tx) {
		return tx.part(SigningKeys.class);
	}

	/**
	 * Restores the first key.
	 */
	public synchronized void reset() {
		this.published.clear();
		this.next = 0;
	}

	/**
	 * Replaces the signing key. Previous keys remain published.
	 */
	public synchronized void rotate() {
		published();
		add();
	}

	/**
	 * Publishes the present key only.
	 */
	public synchronized void retire() {
		published().subList(1, this.published.size()).clear();
	}

	/**
	 * The key that signs.
	 * @return the key with its private half
	 */
	public synchronized RSAKey current() {
		return published().get(0);
	}

	/**
	 * Finds a published key.
	 * @param id its id
	 * @return the key, or null if there is none
	 */
	public synchronized @Nullable RSAKey find(@Nullable String id) {
		return published().stream().filter((key) -> key.getKeyID().equals(id)).findFirst().orElse(null);
	}

	/**
	 * A key that is never published, for tokens that must be refused.
	 * @return the key with its private half
	 */
	public RSAKey stranger() {
		return ReadyMade.STRANGER;
	}

	/**
	 * The public half of the key that signs.
	 * @return the key in PEM
	 */
	public String pem() {
		try {
			String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' })
				.encodeToString(current().toRSAPublicKey().getEncoded());
			return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The key cannot be written as PEM", ex);
		}
	}

	/**
	 * The published key set.
	 * @return public halves only
	 */
	public synchronized Map<String, Object> toJson() {
		return new JWKSet(List.copyOf(published())).toJSONObject(true);
	}

	private List<RSAKey> published() {
		if (this.published.isEmpty()) {
			add();
		}
		return this.published;
	}

	private void add() {
		this.published.add(0,
				(this.next < ReadyMade.KEYS.size()) ? ReadyMade.KEYS.get(this.next) : generate(this.next));
		this.next++;
	}

	private static List<RSAKey> read() {
		try (InputStream resource = SigningKeys.class.getResourceAsStream("keys.json")) {
			if (resource == null) {
				throw new IllegalStateException("keys.json is missing");
			}
			String json = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
			List<RSAKey> keys = new ArrayList<>();
			JWKSet.parse(json).getKeys().forEach((key) -> keys.add(key.toRSAKey()));
			return keys;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("keys.json is broken", ex);
		}
	}

	private static RSAKey generate(int number) {
		try {
			return new RSAKeyGenerator(SIZE).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyID("ins_2emulatorKey" + (number + 1))
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("No RSA key could be made", ex);
		}
	}

	/**
	 * Read when they are needed first: that takes longer than anything else at the start.
	 */
	private static final class ReadyMade {

		private static final List<RSAKey> KEYS = read();

		private static final RSAKey STRANGER = KEYS.remove(KEYS.size() - 1);

		private ReadyMade() {
		}

	}

}
