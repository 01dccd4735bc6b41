package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * Makes tokens that are for something, and that come in two forms: opaque ones, which
 * only the Backend API can verify, and signed ones.
 *
 * @param <B> the builder itself
 */
public abstract class ScopedTokenBuilder<B extends ScopedTokenBuilder<B>> extends SignedTokenBuilder<B> {

	private boolean opaque;

	private boolean revoked;

	private @Nullable List<String> scopes;

	ScopedTokenBuilder(InProcess clerk, boolean opaque, String headerName, String headerValue) {
		super(clerk, headerName, headerValue);
		this.opaque = opaque;
	}

	/**
	 * Makes an opaque token, which the Backend API verifies and can revoke.
	 * @return this builder
	 */
	public B opaque() {
		this.opaque = true;
		return self();
	}

	/**
	 * Makes a signed token, which is kept nowhere.
	 * @return this builder
	 */
	public B jwt() {
		this.opaque = false;
		return self();
	}

	/**
	 * Says what the token is for, instead of all that it can be for.
	 * @param scopes the scopes
	 * @return this builder
	 */
	public B scopes(String... scopes) {
		this.scopes = List.of(scopes);
		return self();
	}

	/**
	 * Makes a token that was revoked, which must be opaque.
	 * @return this builder
	 */
	public B revoked() {
		this.revoked = true;
		return self();
	}

	@Override
	String make(Transaction tx) {
		List<String> scopes = (this.scopes != null) ? this.scopes : usualScopes(tx);
		Long asked = lifetime();
		long lifetime = (asked != null) ? asked : usualLifetime(tx);
		if (this.opaque) {
			require(!signatureMatters(),
					"An opaque token has neither header nor signature: call jwt() for one that has");
			return issue(tx, scopes, lifetime, this.revoked);
		}
		require(!this.revoked, "A JWT cannot be revoked: call opaque() for a token that can");
		return sign(tx, usualClaims(tx, scopes, lifetime));
	}

	abstract List<String> usualScopes(Transaction tx);

	abstract long usualLifetime(Transaction tx);

	abstract String issue(Transaction tx, List<String> scopes, long lifetime, boolean revoked);

	abstract Map<String, Object> usualClaims(Transaction tx, List<String> scopes, long lifetime);

}
