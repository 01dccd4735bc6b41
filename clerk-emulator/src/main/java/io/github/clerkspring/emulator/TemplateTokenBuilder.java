package io.github.clerkspring.emulator;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.sessions.TemplateTokens;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Makes the token of a JWT template: a right one unless told otherwise.
 *
 * <pre class="code">
 * String token = emulator.templateToken(userId, "hasura").expired().mint();
 * </pre>
 */
public final class TemplateTokenBuilder extends SignedTokenBuilder<TemplateTokenBuilder> {

	private final String userId;

	private final String template;

	private @Nullable String sessionId;

	private @Nullable String organizationId;

	TemplateTokenBuilder(InProcess clerk, String userId, String template) {
		super(clerk, "cat", TokenSigner.TEMPLATE);
		this.userId = userId;
		this.template = template;
	}

	/**
	 * Takes a session that is there, instead of a new one.
	 * @param sessionId the id of a session of the user
	 * @return this builder
	 */
	public TemplateTokenBuilder session(String sessionId) {
		this.sessionId = sessionId;
		return this;
	}

	/**
	 * Makes an organization the active one of the new session.
	 * @param organizationId the id of the organization
	 * @return this builder
	 */
	public TemplateTokenBuilder organization(String organizationId) {
		this.organizationId = organizationId;
		return this;
	}

	@Override
	String make(Transaction tx) {
		require(this.sessionId == null || this.organizationId == null,
				"A session that is there has its own organization: call either session(…) or organization(…)");
		Map<String, Object> claims = TemplateTokens.claims(tx, this.template, this.userId, this.sessionId,
				this.organizationId, lifetime());
		if (!TemplateTokens.hasOwnKey(tx, this.template)) {
			return sign(tx, claims);
		}
		require(!signedUnusually(), "The template " + this.template
				+ " signs with its own key: neither header nor key can be changed for a token");
		return TemplateTokens.sign(tx, this.template, merge(tx, claims));
	}

}
