package io.github.clerkspring.emulator.minting;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.sessions.SessionSubject;
import io.github.clerkspring.emulator.sessions.SessionTokens;
import io.github.clerkspring.emulator.sessions.TemplateTokens;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Mints the tokens of sessions.
 */
final class UserTokens {

	private static final String CATEGORY = "cat";

	private UserTokens() {
	}

	static String session(TokenRequest request) {
		Map<String, Object> claims = SessionTokens.claims(request.tx(), subject(request),
				(int) request.number(TokenOption.VERSION, 2), request.lifetime(SessionTokens.LIFETIME));
		return request.sign(CATEGORY, TokenSigner.SESSION, claims);
	}

	static String template(TokenRequest request) {
		Transaction tx = request.tx();
		String template = request.required(TokenOption.TEMPLATE);
		TokenRequest.require(!request.has(TokenOption.SESSION_ID) || !request.has(TokenOption.ORGANIZATION_ID),
				"An existing session has its own organization: give either the session or the organization");
		Map<String, Object> claims = TemplateTokens.claims(tx, template, request.required(TokenOption.USER_ID),
				request.text(TokenOption.SESSION_ID), request.text(TokenOption.ORGANIZATION_ID), request.lifetime());
		if (!TemplateTokens.hasOwnKey(tx, template)) {
			return request.sign(CATEGORY, TokenSigner.TEMPLATE, claims);
		}
		TokenRequest.require(!request.changesSignature(), "The template " + template
				+ " signs with its own key: neither header nor key can be changed for a token");
		return TemplateTokens.sign(tx, template, request.merge(claims));
	}

	private static SessionSubject subject(TokenRequest request) {
		Transaction tx = request.tx();
		SessionSubject subject = SessionTokens.subject(tx, request.required(TokenOption.USER_ID),
				request.text(TokenOption.SESSION_ID), request.text(TokenOption.ORGANIZATION_ID));
		SessionSubject.Organization organization = subject.organization();
		if (organization != null) {
			String role = request.text(TokenOption.ROLE, organization.role());
			List<String> permissions = (request.has(TokenOption.PERMISSIONS)) ? request.texts(TokenOption.PERMISSIONS)
					: SessionTokens.permissions(tx, role);
			organization = new SessionSubject.Organization(organization.id(), organization.slug(), role, permissions,
					organization.plan(), organization.features());
		}
		String status = (request.is(TokenOption.PENDING)) ? "pending" : subject.status();
		return new SessionSubject(subject.userId(), subject.sessionId(), status, subject.plan(), subject.features(),
				organization);
	}

}
