package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints the token of a JWT template, a valid one unless an option makes it invalid.
 *
 * <pre class="code">
 * String token = emulator.templateToken(userId, "hasura").expired().mint();
 * </pre>
 */
public final class TemplateTokenBuilder extends SignedTokenBuilder<TemplateTokenBuilder> {

	TemplateTokenBuilder(EmulatorEngine engine, String userId, String template) {
		super(engine, TokenKind.TEMPLATE_TOKEN);
		set(TokenOption.USER_ID, userId).set(TokenOption.TEMPLATE, template);
	}

	/**
	 * Uses an existing session instead of a new one.
	 * @param sessionId the id of a session of the user
	 * @return this builder
	 */
	public TemplateTokenBuilder session(String sessionId) {
		return set(TokenOption.SESSION_ID, sessionId);
	}

	/**
	 * Sets the active organization of the new session.
	 * @param organizationId the id of the organization
	 * @return this builder
	 */
	public TemplateTokenBuilder organization(String organizationId) {
		return set(TokenOption.ORGANIZATION_ID, organizationId);
	}

}
