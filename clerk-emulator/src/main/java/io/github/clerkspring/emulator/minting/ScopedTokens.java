package io.github.clerkspring.emulator.minting;

import java.util.List;
import java.util.function.Supplier;

import io.github.clerkspring.emulator.machines.ApiKeys;
import io.github.clerkspring.emulator.machines.MachineTokens;
import io.github.clerkspring.emulator.oauth.AccessTokens;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Mints tokens with scopes: opaque ones, which only the Backend API can verify, and
 * signed ones.
 */
final class ScopedTokens {

	private ScopedTokens() {
	}

	static String machine(TokenRequest request) {
		Transaction tx = request.tx();
		String machineId = request.required(TokenOption.MACHINE_ID);
		List<String> scopes = scopes(request, () -> MachineTokens.scopes(tx, machineId));
		long lifetime = request.lifetime(MachineTokens.lifetime(tx, machineId));
		if (isOpaque(request, TokenOption.OPAQUE)) {
			return MachineTokens.issue(tx, machineId, scopes, request.claims(), lifetime,
					request.is(TokenOption.REVOKED));
		}
		return request.sign("cat", TokenSigner.MACHINE, MachineTokens.claims(tx, machineId, scopes, lifetime));
	}

	static String oauth(TokenRequest request) {
		Transaction tx = request.tx();
		String userId = request.required(TokenOption.USER_ID);
		String clientId = request.required(TokenOption.CLIENT_ID);
		List<String> scopes = scopes(request, () -> AccessTokens.scopes(tx, clientId));
		long lifetime = request.lifetime(AccessTokens.LIFETIME);
		if (isOpaque(request, TokenOption.JWT)) {
			TokenRequest.require(AccessTokens.DETAILS.containsAll(request.claims().keySet()),
					"An opaque access token has no claims besides " + AccessTokens.DETAILS
							+ ": call jwt() for other claims");
			return AccessTokens.issue(tx, userId, clientId, scopes, request.claims(), lifetime,
					request.is(TokenOption.REVOKED));
		}
		return request.sign("typ", "at+jwt", AccessTokens.claims(tx, userId, clientId, scopes, lifetime));
	}

	static String apiKey(TokenRequest request) {
		String subject = request.required(TokenOption.SUBJECT);
		return ApiKeys.issue(request.tx(), subject, request.text(TokenOption.NAME, "Key of " + subject),
				request.texts(TokenOption.SCOPES), request.claims(), request.lifetime(),
				request.is(TokenOption.REVOKED));
	}

	private static boolean isOpaque(TokenRequest request, String usual) {
		boolean opaque = request.text(TokenOption.FORMAT, usual).equals(TokenOption.OPAQUE);
		if (opaque) {
			TokenRequest.require(!request.changesSignature() && !request.is(TokenOption.NOT_YET_VALID),
					"An opaque token has neither header nor signature: call jwt() for a token with them");
		}
		else {
			TokenRequest.require(!request.is(TokenOption.REVOKED),
					"A JWT cannot be revoked: call opaque() for a token that can");
		}
		return opaque;
	}

	private static List<String> scopes(TokenRequest request, Supplier<List<String>> usual) {
		return (request.has(TokenOption.SCOPES)) ? request.texts(TokenOption.SCOPES) : usual.get();
	}

}
