package io.github.clerkspring.emulator.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign tokens. The first ones are ready-made, since making an RSA key takes
 * longer than starting the emulator; they are public and protect nothing.
 */
public final class SigningKeys {

	private static final int SIZE = 2048;

	private final List<RSAKey> readyMade;

	private final RSAKey stranger;

	private final List<RSAKey> published = new ArrayList<>();

	private int next;

	public SigningKeys() {
		List<RSAKey> keys = load();
		this.stranger = keys.remove(keys.size() - 1);
		this.readyMade = keys;
		reset();
	}

	/**
	 * Goes back to the first key.
	 */
	public synchronized void reset() {
		this.published.clear();
		this.next = 0;
		rotate();
	}

	/**
	 * Signs with a new key from now on. The keys before stay published.
	 */
	public synchronized void rotate() {
		this.published.add(0,
				(this.next < this.readyMade.size()) ? this.readyMade.get(this.next) : generate(this.next));
		this.next++;
	}

	/**
	 * Publishes the present key only.
	 */
	public synchronized void retire() {
		this.published.subList(1, this.published.size()).clear();
	}

	/**
	 * The key that signs.
	 * @return the key with its private half
	 */
	public synchronized RSAKey current() {
		return this.published.get(0);
	}

	/**
	 * Finds a published key.
	 * @param id its id
	 * @return the key, or null if there is none
	 */
	public synchronized @Nullable RSAKey find(@Nullable String id) {
		return this.published.stream().filter((key) -> key.getKeyID().equals(id)).findFirst().orElse(null);
	}

	/**
	 * A key that is never published, for tokens that must be refused.
	 * @return the key with its private half
	 */
	public RSAKey stranger() {
		return this.stranger;
	}

	/**
	 * The published key set.
	 * @return public halves only
	 */
	public synchronized Map<String, Object> toJson() {
		return new JWKSet(List.copyOf(this.published)).toJSONObject(true);
	}

	private static List<RSAKey> load() {
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

}
