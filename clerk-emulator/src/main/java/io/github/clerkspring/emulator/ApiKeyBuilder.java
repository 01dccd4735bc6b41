package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.machines.ApiKeys;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Makes an API key, which never expires unless told otherwise.
 *
 * <pre class="code">
 * String secret = emulator.apiKey(userId).scopes("invoices:read").mint();
 * </pre>
 */
public final class ApiKeyBuilder extends TokenBuilder<ApiKeyBuilder> {

	private final String subject;

	private String name;

	private List<String> scopes = List.of();

	private boolean revoked;

	ApiKeyBuilder(InProcess clerk, String subject) {
		super(clerk);
		this.subject = subject;
		this.name = "Key of " + subject;
	}

	/**
	 * Names the key.
	 * @param name what people call it
	 * @return this builder
	 */
	public ApiKeyBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Says what the key is for.
	 * @param scopes the scopes
	 * @return this builder
	 */
	public ApiKeyBuilder scopes(String... scopes) {
		this.scopes = List.of(scopes);
		return this;
	}

	/**
	 * Makes a key that was revoked.
	 * @return this builder
	 */
	public ApiKeyBuilder revoked() {
		this.revoked = true;
		return this;
	}

	@Override
	String make(Transaction tx) {
		return ApiKeys.issue(tx, this.subject, this.name, this.scopes, claims(), lifetime(), this.revoked);
	}

}
